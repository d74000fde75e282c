package dev.baton.transfer;

import dev.baton.Refusal;
import java.util.List;

/** What transfers refuse, each by its name. */
public final class TransferRefusals {

    private TransferRefusals() {}

    /** No such transfer, or not the person's to know about. */
    public static final class TransferUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        TransferUnknown() {
            super(Kind.UNKNOWN, "transfer.unknown");
        }
    }

    /** No such step, or not the person's to know about. */
    public static final class StepUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        StepUnknown() {
            super(Kind.UNKNOWN, "transfer.step-unknown");
        }
    }

    /** The act belongs to the transfer's own lead. */
    public static final class NotTheLead extends Refusal {
        private static final long serialVersionUID = 1L;

        /** The transfer by its name. */
        public NotTheLead(String transfer) {
            super(Kind.NOT_YOURS, "transfer.not-the-lead", transfer);
        }
    }

    /** Whoever belongs to no team leaves none. */
    public static final class NoTeam extends Refusal {
        private static final long serialVersionUID = 1L;

        NoTeam() {
            super(Kind.CONFLICT, "transfer.no-team");
        }
    }

    /** The transfer runs already. */
    public static final class AlreadyStarted extends Refusal {
        private static final long serialVersionUID = 1L;

        AlreadyStarted(String transfer) {
            super(Kind.CONFLICT, "transfer.already-started", transfer);
        }
    }

    /** Phases only go forward. */
    public static final class PhaseGoesBack extends Refusal {
        private static final long serialVersionUID = 1L;

        PhaseGoesBack(Phase from, Phase to) {
            super(Kind.CONFLICT, "transfer.phase-goes-back", from.code(), to.code());
        }
    }

    /** The workbook or what was entered with it is wrong; nothing was stored. */
    public static final class ImportRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        ImportRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "transfer.import-refused", faults.size());
        }
    }

    /** An instruction is not what it was when the change was proposed. */
    public static final class InstructionChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        InstructionChanged(String step) {
            super(Kind.CONFLICT, "instructions.changed-meanwhile", step);
        }
    }

    /** The team as entered is wrong. */
    public static final class TeamRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        TeamRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "transfer.team-refused");
        }
    }
}
