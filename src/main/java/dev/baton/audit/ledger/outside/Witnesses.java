package dev.baton.audit.ledger.outside;

import dev.baton.audit.ledger.Checkpoint;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which checkpoint was told to whom outside, and what they answered. */
@Component
class Witnesses {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Witnesses(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A checkpoint that somebody outside has seen.
     *
     * @param token their answer, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Seen(String place, long size, byte @Nullable [] token) {}

    /** Whether this kind of witness is to see the checkpoint: it is newer than the last one and that one is old enough. */
    boolean isDue(String kind, Checkpoint checkpoint, Duration every) {
        var last = jdbc.query(
                "select size, at from ledger_witness where kind = ? order by id desc limit 1",
                (row, n) -> row.getLong(1) < checkpoint.size()
                        && !row.getObject(2, OffsetDateTime.class)
                                .toInstant()
                                .plus(every)
                                .isAfter(clock.instant()),
                kind);
        return last.isEmpty() || last.get(0);
    }

    void saw(String kind, String place, Checkpoint checkpoint, byte @Nullable [] token) {
        jdbc.update(
                "insert into ledger_witness (kind, place, size, at, token) values (?, ?, ?, ?, ?)",
                kind,
                place,
                checkpoint.size(),
                Timestamp.from(clock.instant()),
                token);
    }

    List<Seen> all(String kind) {
        return jdbc.query(
                "select place, size, token from ledger_witness where kind = ? order by id",
                (row, n) -> new Seen(row.getString(1), row.getLong(2), row.getBytes(3)),
                kind);
    }

    /** Lets one node at a time go on; empty when another is at it. */
    Optional<Boolean> alone(Runnable work, org.springframework.transaction.support.TransactionTemplate transaction) {
        return Optional.ofNullable(transaction.execute(status -> {
            var mine = jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
            if (!Boolean.TRUE.equals(mine)) {
                return null;
            }
            work.run();
            return true;
        }));
    }

    private static final long LOCK = 0x6c656477697473L;
}
