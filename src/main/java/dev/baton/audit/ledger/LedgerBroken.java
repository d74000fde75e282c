package dev.baton.audit.ledger;

/** The stored ledger contradicts itself: rows of it were removed or altered behind the product's back. */
public final class LedgerBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerBroken(String what) {
        super(what);
    }
}
