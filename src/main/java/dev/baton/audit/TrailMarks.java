package dev.baton.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the trail looked like when it was checked: for each block of numbers how many entries there were and a digest of
 * them, in the database and, line by line, in a file outside it. A block that looks different later was altered; a
 * database that lacks the file's last block is an older one.
 */
@Component
class TrailMarks {

    /** The digest of a block is a sum, so that the database computes it in one pass without order. */
    static final String DIGEST =
            "coalesce(sum(hashtextextended(row(e.no, e.tx, extract(epoch from e.at), e.zone, e.person, e.username, e.role,"
                    + " e.site, e.act, e.record_type, e.record_id, e.record_label, e.transfer_id, e.item_id, e.version,"
                    + " e.field, e.old_value, e.new_value, e.unit, e.reason, e.address, e.session)::text, 4711)), 0)";

    private static final int BLOCK = 500;
    private static final int PATIENCE = 50;
    private static final long PAUSE_MILLIS = 100;

    private final JdbcClient jdbc;
    private final Path file;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TrailMarks(JdbcClient jdbc, IntegritySettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.file = settings.marks().toAbsolutePath().normalize();
        this.clock = clock;
        this.transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** One block of the trail's numbers, from and to inclusive, as it looked when it was marked. */
    record Mark(long from, long to, long entries, BigDecimal digest) {

        String line() {
            return from + " " + to + " " + entries + " " + digest.toPlainString();
        }
    }

    /** Marks what has been added since the last time and cannot change any more. */
    void advance() {
        var settled = settled();
        if (settled == 0) {
            return;
        }
        var before = inside().stream().map(Mark::line).toList();
        var outside = outside();
        // What a crash kept from the file comes first.
        var added = new ArrayList<String>();
        if (!outside.isEmpty()
                && before.size() > outside.size()
                && before.subList(0, outside.size()).equals(outside)) {
            added.addAll(before.subList(outside.size(), before.size()));
        }
        Objects.requireNonNull(transaction.execute(status -> mark(settled))).forEach(mark -> added.add(mark.line()));
        if (!added.isEmpty()) {
            append(added);
        }
    }

    /** The lines of the file outside the database, oldest first; empty when there is no file. */
    List<String> outside() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The marks outside the database cannot be read", e);
        }
    }

    /** The marks in the database, oldest first. */
    List<Mark> inside() {
        return jdbc.sql("select from_no, to_no, entries, digest::numeric from integrity_mark order by from_no")
                .query((row, n) -> new Mark(
                        row.getLong(1), row.getLong(2), row.getLong(3), Objects.requireNonNull(row.getBigDecimal(4))))
                .list();
    }

    Path file() {
        return file;
    }

    private List<Mark> mark(long settled) {
        var last = jdbc.sql("select coalesce(max(to_no), 0) from integrity_mark")
                .query(Long.class)
                .single();
        var marks = new ArrayList<Mark>();
        for (long from = last + 1; from <= settled; from += BLOCK) {
            var to = Math.min(from + BLOCK - 1, settled);
            var begin = from;
            var mark = jdbc.sql("select count(*), " + DIGEST + " from audit_entry e where e.no between ? and ?")
                    .params(begin, to)
                    .query((row, n) -> new Mark(begin, to, row.getLong(1), row.getBigDecimal(2)))
                    .single();
            jdbc.sql("insert into integrity_mark (from_no, to_no, entries, digest, marked_at) values (?, ?, ?, ?, ?)")
                    .params(
                            mark.from(),
                            mark.to(),
                            mark.entries(),
                            mark.digest().toPlainString(),
                            Timestamp.from(clock.instant()))
                    .update();
            marks.add(mark);
        }
        return marks;
    }

    /** The highest number below which no running transaction can still add an entry; 0 when that stays open. */
    private long settled() {
        var seen = jdbc.sql("select coalesce((select max(no) from audit_entry), 0),"
                        + " pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        for (int i = 0; i < PATIENCE; i++) {
            var oldest = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                    .query(Long.class)
                    .single();
            if (oldest >= seen[1]) {
                return seen[0];
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        return 0;
    }

    private void append(List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    lines,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The marks of the trail could not be kept outside the database", e);
        }
    }
}
