package dev.baton.contradiction;

import dev.baton.Refusal;
import java.util.List;

/** What contradictions refuse, each by its name. */
public final class ContradictionRefusals {

    private ContradictionRefusals() {}

    /** There is no such contradiction, or the person may not see both voices. */
    public static final class Unknown extends Refusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(Kind.UNKNOWN, "contradiction.unknown");
        }
    }

    /** The act belongs to somebody else. */
    public static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        NotYours(String messageKey, Object... args) {
            super(Kind.NOT_YOURS, messageKey, args);
        }
    }

    /** The contradiction is in a state that does not allow the act. */
    public static final class OutOfSequence extends Refusal {
        private static final long serialVersionUID = 1L;

        OutOfSequence(String messageKey, Object... args) {
            super(Kind.CONFLICT, messageKey, args);
        }
    }

    /** What was entered is not fit. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "contradiction.entry-refused");
        }
    }
}
