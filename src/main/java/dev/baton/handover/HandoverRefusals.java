package dev.baton.handover;

import dev.baton.Refusal;
import java.util.List;

/** What the hand-over refuses, each by its name. */
public final class HandoverRefusals {

    private HandoverRefusals() {}

    /** What was entered is incomplete or wrong. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "handover.entry-refused");
        }
    }

    /** Only an effective version that is not on hold lands. */
    public static final class NotToLand extends Refusal {
        private static final long serialVersionUID = 1L;

        NotToLand(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** The item is of another transfer. */
    public static final class ItemUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        ItemUnknown() {
            super(Kind.UNKNOWN, "handover.item-unknown");
        }
    }

    /** The act belongs to other people of the transfer. */
    public static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        NotYours(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** The gate is open, or more is missing than was signed, or the same person would sign twice. */
    public static final class OverrideRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        OverrideRefused(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** It is too early to accept, it is accepted, or this side or this person has signed. */
    public static final class AcceptanceRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        AcceptanceRefused(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** There is no paper copy with this code, or it is not the person's to know. */
    public static final class CopyUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        CopyUnknown() {
            super(Kind.UNKNOWN, "handover.copy-unknown");
        }
    }

    /** There is no such document for the caller. */
    public static final class DocumentUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        /** Says that it is not there. */
        public DocumentUnknown() {
            super(Kind.UNKNOWN, "handover.document-unknown");
        }
    }

    /** The document is complete, superseded or altered, or the same person would sign twice. */
    public static final class DocumentRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        DocumentRefused(String messageKey) {
            super(Kind.CONFLICT, messageKey);
        }
    }

    /** A gate does not open; every single thing that is missing is a fault. */
    public static final class GateClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        /** Says all that is missing. */
        public GateClosed(List<Missing> missing) {
            super(
                    Kind.CONFLICT,
                    missing.stream()
                            .map(one -> new Fault(one.where(), one.what(), one.args()))
                            .toList(),
                    "handover.gate-closed",
                    missing.size());
        }
    }
}
