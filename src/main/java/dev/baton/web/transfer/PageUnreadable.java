package dev.baton.web.transfer;

import dev.baton.Refusal;
import java.util.List;

/** A place in a list, or a number of entries, that cannot be read. */
class PageUnreadable extends Refusal {

    private static final long serialVersionUID = 1L;

    PageUnreadable(String where) {
        super(Kind.MALFORMED, List.of(Fault.of(where, "transfer.page-unreadable")), "transfer.page-unreadable");
    }
}
