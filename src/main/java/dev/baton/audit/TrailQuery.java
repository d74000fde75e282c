package dev.baton.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** The condition that picks a transfer's entries out of the trail, with its values. */
public final class TrailQuery {

    /** Stands in place of a value that the reader may not know. */
    public static final String WITHHELD = "(known to the person and the lead)";

    private static final String COLUMNS =
            """
            select %s as hidden, no, tx, at, zone, person, username, role, site, act, record_type, record_id, record_label, item_id,
              version, field, old_value, new_value, unit, reason, address from audit_entry""";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final TrailCurtain curtain;

    /** The entries of a transfer that pass the filter, and the failed signings of its people. */
    public TrailQuery(UUID transfer, Set<String> people, TrailFilter filter) {
        this("", transfer, people, filter, TrailCurtain.NONE);
    }

    /** As above, for a reader from whom some names are held. */
    TrailQuery(UUID transfer, Set<String> people, TrailFilter filter, TrailCurtain curtain) {
        this("", transfer, people, filter, curtain);
    }

    /**
     * As above, among other tables.
     *
     * @param table the name of {@code audit_entry} in the query, with its dot
     */
    public TrailQuery(String table, UUID transfer, Set<String> people, TrailFilter filter) {
        this(table, transfer, people, filter, TrailCurtain.NONE);
    }

    private TrailQuery(String table, UUID transfer, Set<String> people, TrailFilter filter, TrailCurtain curtain) {
        this.curtain = curtain;
        where.append(
                """
                (#transfer_id = ? or #transfer_id is null and #act = 'signing-failed'
                 and #record_type = 'person' and #record_id = any(?))"""
                        .replace("#", table));
        values.add(transfer);
        values.add(people.toArray(new String[0]));
        if (filter.person() != null) {
            and("(#username = ? or #person = ?)".replace("#", table), filter.person(), filter.person());
            if (!curtain.isOpen()) {
                where.append(" and not ").append(curtain.hidden());
                values.addAll(curtain.values());
            }
        }
        and(table + "at >= ?", filter.from() == null ? null : java.sql.Timestamp.from(filter.from()));
        and(table + "at < ?", filter.to() == null ? null : java.sql.Timestamp.from(filter.to()));
        and(table + "item_id = ?", filter.item());
        and(table + "act = ?", filter.act());
    }

    /** A further condition, unless its first value is null. */
    TrailQuery and(String condition, @Nullable Object... more) {
        if (more[0] != null) {
            where.append(" and ").append(condition);
            for (var value : more) {
                values.add(java.util.Objects.requireNonNull(value));
            }
        }
        return this;
    }

    /** The condition on {@code audit_entry}, with a question mark for each value. */
    public String condition() {
        return where.toString();
    }

    String select(String order) {
        return COLUMNS.formatted(curtain.hidden()) + " where " + where + " " + order;
    }

    /**
     * The newest entries, and all entries of the acts they belong to, each with the last of the newest of its act as
     * {@code last} and with how many newest there were as {@code seen}. Its values are {@link #values()} of the newest and
     * {@link #selected()} of this one.
     *
     * @param newest picks the newest entries; this query picks among the entries of their acts
     */
    String selectActs(TrailQuery newest, int entries, int acts) {
        return """
                with newest as (
                  select no, tx, act, record_type, record_id, username, coalesce(reason, '') as why
                  from audit_entry where %s order by no desc limit %d),
                done as (
                  select max(no) as last, tx as in_tx, act as done, record_type as to_type, record_id as to_id,
                    username as by_whom, why
                  from newest group by 2, 3, 4, 5, 6, 7 order by 1 desc limit %d)
                select %s as hidden, last, (select count(*) from newest) as seen, audit_entry.* from done join audit_entry
                  on tx = in_tx and act = done and record_type = to_type and record_id = to_id and username = by_whom
                  and coalesce(reason, '') = why
                where %s order by last desc, no"""
                .formatted(newest.condition(), entries, acts, curtain.hidden(), condition());
    }

    /** The values for the question marks of {@link #select}. */
    Object[] selected() {
        return Stream.concat(curtain.values().stream(), values.stream()).toArray();
    }

    /** The values for the question marks. */
    public Object[] values() {
        return values.toArray();
    }

    /** Reads rows, hiding the values of the fields that are withheld. */
    RowMapper<TrailRow> rows(Set<String> withheld) {
        return (row, n) -> curtain.shown(row(row, withheld), row.getBoolean("hidden"));
    }

    private static TrailRow row(ResultSet row, Set<String> withheld) throws SQLException {
        var field = row.getString("field");
        var type = row.getString("record_type");
        var hidden = field != null && withheld.contains(type + "." + field);
        return new TrailRow(
                row.getLong("no"),
                row.getLong("tx"),
                row.getTimestamp("at").toInstant(),
                row.getString("zone"),
                row.getString("person"),
                row.getString("username"),
                row.getString("role"),
                row.getString("site"),
                row.getString("act"),
                type,
                row.getString("record_id"),
                row.getString("record_label"),
                row.getObject("item_id", UUID.class),
                row.getObject("version", Integer.class),
                field,
                value(row.getString("old_value"), hidden),
                value(row.getString("new_value"), hidden),
                row.getString("unit"),
                row.getString("reason"),
                row.getString("address"));
    }

    private static @Nullable String value(@Nullable String value, boolean hidden) {
        return value == null || !hidden ? value : WITHHELD;
    }
}
