package dev.baton.audit;

/** A person stopped the run of the integrity checks. */
public final class IntegrityCheckCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntegrityCheckCancelled() {
        super("The run of the integrity checks was stopped");
    }
}
