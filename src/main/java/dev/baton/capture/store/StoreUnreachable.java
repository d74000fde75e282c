package dev.baton.capture.store;

import dev.baton.Refusal;

/** The place where evidence is kept does not answer; nothing was changed. */
public final class StoreUnreachable extends Refusal {

    private static final long serialVersionUID = 1L;

    StoreUnreachable(Throwable cause) {
        super(Kind.UNAVAILABLE, "capture.store-unreachable");
        initCause(cause);
    }
}
