package dev.baton.audit;

import dev.baton.Refusal;

/** What the integrity checks refuse. */
final class IntegrityRefusals {

    private IntegrityRefusals() {}

    /** Only quality, auditors and administrators check the records. */
    static final class NotYours extends Refusal {
        private static final long serialVersionUID = 1L;

        NotYours(Kind kind) {
            super(kind, "integrity.not-yours");
        }
    }

    /** There is no such run or finding. */
    static final class RunUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        RunUnknown() {
            super(Kind.UNKNOWN, "integrity.unknown");
        }
    }

    /** The run has ended, so it cannot be stopped. */
    static final class RunEnded extends Refusal {
        private static final long serialVersionUID = 1L;

        RunEnded(String state) {
            super(Kind.CONFLICT, "integrity.ended", state);
        }
    }

    /** Somebody else has explained the finding already. */
    static final class ResolvedAlready extends Refusal {
        private static final long serialVersionUID = 1L;

        ResolvedAlready(String name) {
            super(Kind.CONFLICT, "integrity.explained-already", name);
        }
    }

    /** A run is just beginning or ending elsewhere. */
    static final class Busy extends Refusal {
        private static final long serialVersionUID = 1L;

        Busy() {
            super(Kind.CONFLICT, "integrity.busy");
        }
    }
}
