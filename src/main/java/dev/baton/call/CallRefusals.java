package dev.baton.call;

import dev.baton.Refusal;
import java.util.List;

/** What calls refuse, each by its name. */
public final class CallRefusals {

    private CallRefusals() {}

    /** There is no such call, or not the person's to know of. */
    public static final class Unknown extends Refusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(Kind.UNKNOWN, "call.unknown");
        }
    }

    /** The act belongs to somebody else. */
    public static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        NotYours(String messageKey) {
            super(Kind.NOT_YOURS, messageKey);
        }
    }

    /** The call is over. */
    public static final class Over extends Refusal {
        private static final long serialVersionUID = 1L;

        Over() {
            super(Kind.CONFLICT, "call.over");
        }
    }

    /** What was entered is not fit. */
    public static final class EntryRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        EntryRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "call.entry-refused");
        }
    }
}
