package dev.baton.audit;

import dev.baton.Refusal;
import java.util.List;

/** A filter or a place in the trail that cannot be read. */
public final class TrailRequestUnreadable extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Names what could not be read. */
    public TrailRequestUnreadable(String where) {
        super(Kind.MALFORMED, List.of(Fault.of(where, "trail.unreadable-value")), "trail.unreadable");
    }
}
