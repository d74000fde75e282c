package dev.baton;

import java.util.List;

/** A place in a list, or a number of entries, that cannot be read. */
public final class PageUnreadable extends Refusal {

    private static final long serialVersionUID = 1L;

    /** The parameter that cannot be read: {@code limit} or {@code after}. */
    public PageUnreadable(String where) {
        super(Kind.MALFORMED, List.of(Fault.of(where, "problem.page-unreadable")), "problem.page-unreadable");
    }
}
