package dev.baton.audit.ledger;

import dev.baton.Refusal;
import java.util.List;

/** What the ledger refuses, each by its name. */
public final class LedgerRefusals {

    private LedgerRefusals() {}

    /** The ledger was never sealed yet. */
    public static final class NoCheckpoint extends Refusal {
        private static final long serialVersionUID = 1L;

        NoCheckpoint() {
            super(Kind.UNKNOWN, "ledger.no-checkpoint");
        }
    }

    /** What was entered is not covered by a checkpoint in time. */
    public static final class NotSealed extends Refusal {
        private static final long serialVersionUID = 1L;

        NotSealed() {
            super(Kind.CONFLICT, "ledger.not-sealed");
        }
    }

    /** A leaf or a size that the ledger does not have. */
    public static final class OutOfRange extends Refusal {
        private static final long serialVersionUID = 1L;

        OutOfRange(String where, long from, long to) {
            super(
                    Kind.WRONG_CONTENT,
                    List.of(Fault.of(where, "ledger.out-of-range.fault", String.valueOf(from), String.valueOf(to))),
                    "ledger.out-of-range");
        }
    }

    /** No key of the ledger has this id. */
    public static final class KeyUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        KeyUnknown(String keyId) {
            super(Kind.UNKNOWN, "ledger.key-unknown", keyId);
        }
    }

    /** The key comes from outside and is changed there. */
    public static final class KeyIsKeptOutside extends Refusal {
        private static final long serialVersionUID = 1L;

        KeyIsKeptOutside() {
            super(Kind.CONFLICT, "ledger.key-kept-outside");
        }
    }
}
