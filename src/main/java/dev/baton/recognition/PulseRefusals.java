package dev.baton.recognition;

import dev.baton.Refusal;
import java.util.List;

/** What the pulse refuses, each by its name. */
public final class PulseRefusals {

    private PulseRefusals() {}

    /** Nobody asks at the moment. */
    public static final class NoRoundOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        NoRoundOpen() {
            super(Kind.CONFLICT, "pulse.no-round");
        }
    }

    /** People are being asked already, or the transfer has not begun. */
    public static final class NotNow extends Refusal {
        private static final long serialVersionUID = 1L;

        NotNow() {
            super(Kind.CONFLICT, "pulse.not-now");
        }
    }

    /** Everybody answers once. */
    public static final class AnsweredAlready extends Refusal {
        private static final long serialVersionUID = 1L;

        AnsweredAlready() {
            super(Kind.CONFLICT, "pulse.answered-already");
        }
    }

    /** The answer cannot be kept. */
    public static final class AnswerRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        AnswerRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "pulse.answer-refused");
        }
    }

    /** Asked of members of the transfer's team. */
    public static final class NotAsked extends Refusal {
        private static final long serialVersionUID = 1L;

        NotAsked() {
            super(Kind.NOT_YOURS, "pulse.not-asked");
        }
    }

    /** No such round, or none of this transfer. */
    public static final class RoundUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        RoundUnknown() {
            super(Kind.UNKNOWN, "pulse.round-unknown");
        }
    }

    /** There is nothing to answer to, or it was answered. */
    public static final class NothingToAnswer extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToAnswer() {
            super(Kind.CONFLICT, "pulse.nothing-to-answer");
        }
    }
}
