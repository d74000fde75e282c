package dev.baton.transfer.web;

import dev.baton.Refusal;
import java.util.List;

/** Something in the request is missing or names nothing that exists. */
class EntryUnreadable extends Refusal {

    private static final long serialVersionUID = 1L;

    EntryUnreadable(String where, String messageKey, Object... args) {
        super(Kind.WRONG_CONTENT, List.of(Fault.of(where, messageKey, args)), "transfer.entry-unreadable");
    }
}
