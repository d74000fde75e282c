package dev.baton.audit;

import dev.baton.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the trail of a transfer, for quality, auditors and the transfer's lead. */
@Service
@Transactional(readOnly = true)
public class TrailReader {

    private final JdbcTemplate jdbc;
    private final TrailAccess access;
    private final HeldParts held;

    TrailReader(JdbcTemplate jdbc, TrailAccess access, HeldParts held) {
        this.jdbc = jdbc;
        this.access = access;
        this.held = held;
    }

    /** The entries by number, oldest first. */
    public Page<TrailRow> page(UUID transfer, TrailFilter filter, @Nullable String after, int limit) {
        access.requireReading(transfer);
        var query = query(transfer, filter).and("no > ?", number(after));
        var rows = jdbc.query(
                query.select("order by no limit " + (limit + 1)),
                query.rows(access.withheld(transfer)),
                query.selected());
        noteLook(transfer, rows);
        return Page.of(rows, limit, row -> String.valueOf(row.no()));
    }

    /** The acts, newest first, each with the fields it touched. */
    public Page<TrailAct> acts(UUID transfer, TrailFilter filter, @Nullable String after, int limit) {
        access.requireReading(transfer);
        var acts = new TrailActs(jdbc, () -> query(transfer, filter), access.withheld(transfer))
                .newest(number(after), limit + 1);
        noteLook(transfer, acts.stream().map(TrailAct::head).toList());
        return Page.of(acts, limit, act -> String.valueOf(act.no()));
    }

    /** The acts that occur in the transfer's trail, for a filter to choose from. */
    public List<String> actsIn(UUID transfer) {
        access.requireReading(transfer);
        var query = query(transfer, TrailFilter.NONE);
        return jdbc.queryForList(
                "select distinct act from audit_entry where " + query.condition() + " order by 1",
                String.class,
                query.values());
    }

    /** The acts that have these numbers, for quality and auditors, by number; of the transfer or of none. */
    public Map<Long, TrailAct> acts(UUID transfer, Collection<Long> numbers) {
        access.requireExport(transfer);
        var acts = new HashMap<Long, TrailAct>();
        var rows = query(transfer, TrailFilter.NONE).rows(access.withheld(transfer));
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select h.no as head, false as hidden, e.* from audit_entry h join audit_entry e on "
                                    + SealedActs.SAME_ACT
                                    + " where h.no = any(?) and coalesce(h.transfer_id, ?) = ? order by h.no, e.no");
                    statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
                    statement.setObject(2, transfer);
                    statement.setObject(3, transfer);
                    return statement;
                },
                row -> {
                    var entry = Objects.requireNonNull(rows.mapRow(row, 0));
                    var act =
                            acts.computeIfAbsent(row.getLong("head"), no -> new TrailAct(no, entry, new ArrayList<>()));
                    if (entry.field() != null) {
                        act.fields().add(entry);
                    }
                });
        noteLook(transfer, acts.values().stream().map(TrailAct::head).toList());
        return acts;
    }

    private TrailQuery query(UUID transfer, TrailFilter filter) {
        var curtain = held.mayKnow() ? TrailCurtain.NONE : new TrailCurtain(held.of(transfer), held.words());
        return new TrailQuery(transfer, access.people(transfer), filter, curtain);
    }

    /** Whoever may know who wrote in confidence leaves an entry with each look. */
    private void noteLook(UUID transfer, List<TrailRow> rows) {
        if (!held.mayKnow()) {
            return;
        }
        var items = rows.stream().flatMap(row -> Stream.ofNullable(row.item())).collect(Collectors.toSet());
        items.retainAll(held.of(transfer).stream().map(HeldParts.Part::item).collect(Collectors.toSet()));
        if (!items.isEmpty()) {
            held.seen(items);
        }
    }

    private static @Nullable Long number(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw new TrailRequestUnreadable("after");
        }
    }
}
