package dev.baton.audit.ledger;

import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger as a transaction sees it that has bent it and will be rolled back. */
public final class BentLedger {

    private BentLedger() {}

    /** Its history. */
    public static LedgerHistory history(JdbcTemplate bent) {
        return new LedgerHistory(new LedgerStore(bent));
    }
}
