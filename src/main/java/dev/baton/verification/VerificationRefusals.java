package dev.baton.verification;

import dev.baton.Refusal;
import java.util.List;

/** What verification refuses, each by its name. */
public final class VerificationRefusals {

    private VerificationRefusals() {}

    /** No such record, or not the person's to know about. */
    public static final class Unknown extends Refusal {
        private static final long serialVersionUID = 1L;

        public Unknown() {
            super(Kind.UNKNOWN, "verification.unknown");
        }
    }

    /** The act belongs to somebody else. */
    public static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotYours(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** It is not the time for it, or it was changed meanwhile. */
    public static final class OutOfTurn extends Refusal {
        private static final long serialVersionUID = 1L;

        public OutOfTurn(String messageKey, Object... args) {
            super(Kind.CONFLICT, messageKey, args);
        }
    }

    /** What was entered is incomplete or wrong. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        public EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "verification.entry-refused");
        }
    }
}
