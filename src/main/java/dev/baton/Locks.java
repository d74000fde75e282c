package dev.baton;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds others back until the transaction ends, so that check and act are one. What the transaction read before is
 * forgotten with it: whoever waited for a lock reads what the others have committed meanwhile.
 */
public final class Locks {

    private Locks() {}

    /**
     * One at a time about this thing, whether it has a row or not.
     *
     * @param about what is done one at a time, such as {@code milestone}
     */
    public static void about(JdbcClient jdbc, String about, Object id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0)) is null")
                .params(about, id.toString())
                .query(Boolean.class)
                .single();
        Recall.forget();
    }

    /** One at a time with this transfer, which nobody else changes meanwhile. */
    public static void transfer(JdbcClient jdbc, UUID id) {
        row(jdbc, "select id from transfer where id = ? for update", id);
    }

    /** One at a time with the row that this statement selects for update; nothing happens when there is none. */
    public static void row(JdbcClient jdbc, String selectForUpdate, Object id) {
        jdbc.sql(selectForUpdate).param(id).query().listOfRows();
        Recall.forget();
    }

    /**
     * One at a time with what this statement selects for update.
     *
     * @return what it says of its one row: what was so before it waited
     */
    public static <T> T look(JdbcClient jdbc, String selectForUpdate, Map<String, ?> params, RowMapper<T> before) {
        var was = jdbc.sql(selectForUpdate).params(params).query(before).single();
        Recall.forget();
        return was;
    }
}
