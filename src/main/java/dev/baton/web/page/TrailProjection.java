package dev.baton.web.page;

import dev.baton.web.page.TrailSentence.Choice;
import dev.baton.web.page.TrailSentence.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit trail of a transfer for its page, newest first. Authority is checked before. */
@Component
class TrailProjection {

    private static final int ROWS = 300;
    private static final int LONGEST_VALUE = 160;

    private final JdbcClient jdbc;
    private final RefusalTexts texts;

    TrailProjection(JdbcClient jdbc, RefusalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** A page of sentences and the number of the last row it used, or null when there is nothing earlier. */
    record Sentences(List<TrailSentence> sentences, @Nullable Long next) {}

    private record Entry(
            long no,
            long tx,
            Instant at,
            String zone,
            String person,
            String username,
            String role,
            String site,
            String act,
            String type,
            String id,
            String label,
            @Nullable Integer version,
            @Nullable String field,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String unit,
            @Nullable String reason,
            @Nullable String address) {

        boolean sameActAs(Entry other) {
            return tx == other.tx && act.equals(other.act) && type.equals(other.type) && id.equals(other.id);
        }
    }

    /** The sentences that pass the filter, before that row number. */
    Sentences sentences(UUID transfer, Filter filter, @Nullable Long before) {
        var sql = new StringBuilder("select * from audit_entry where transfer_id = ?");
        var params = new ArrayList<Object>(List.of(transfer));
        and(sql, params, " and username = ?", filter.person());
        and(sql, params, " and act = ?", filter.act());
        and(sql, params, " and item_id = ?::uuid", filter.item());
        and(sql, params, " and at >= ?::date::timestamp at time zone 'UTC'", filter.from());
        and(sql, params, " and at < (?::date + 1)::timestamp at time zone 'UTC'", filter.to());
        if (before != null) {
            sql.append(" and no < ?");
            params.add(before);
        }
        sql.append(" order by no desc limit ").append(ROWS);
        var groups = grouped(jdbc.sql(sql.toString())
                .params(params)
                .query(TrailProjection::entry)
                .list());
        var full = groups.stream().mapToInt(List::size).sum() == ROWS;
        if (full && groups.size() > 1) {
            // The last act may have more rows than were read; it begins the next page.
            groups.remove(groups.size() - 1);
        }
        var next = full ? groups.get(groups.size() - 1).get(0).no() : null;
        return new Sentences(groups.stream().map(this::sentence).toList(), next);
    }

    /** Who has acted, for the filter. */
    List<Choice> people(UUID transfer) {
        return choices(
                """
                select username as value, min(person) || ' (' || username || ')' as text from audit_entry
                where transfer_id = ? and username <> '' group by username order by 2""",
                transfer);
    }

    /** Which items it speaks of, for the filter. */
    List<Choice> items(UUID transfer) {
        return choices(
                "select id::text as value, title as text from knowledge_item where transfer_id = ?"
                        + " order by step_position, created_at",
                transfer);
    }

    /** Which acts there are, for the filter. */
    List<Choice> acts(UUID transfer) {
        return choices(
                        "select distinct act as value, act as text from audit_entry where transfer_id = ? order by 1",
                        transfer)
                .stream()
                .map(choice -> new Choice(choice.value(), act(choice.value())))
                .toList();
    }

    private List<Choice> choices(String sql, UUID transfer) {
        return jdbc.sql(sql)
                .param(transfer)
                .query((row, n) -> new Choice(row.getString("value"), row.getString("text")))
                .list();
    }

    private static void and(StringBuilder sql, List<Object> params, String condition, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            sql.append(condition);
            params.add(value);
        }
    }

    /** Rows of one act in one transaction on one record belong to one sentence; each group in the order of writing. */
    private static List<List<Entry>> grouped(List<Entry> newestFirst) {
        var groups = new ArrayList<List<Entry>>();
        for (var entry : newestFirst) {
            var last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null && last.get(0).sameActAs(entry)) {
                last.add(0, entry);
            } else {
                groups.add(new ArrayList<>(List.of(entry)));
            }
        }
        return groups;
    }

    private TrailSentence sentence(List<Entry> entries) {
        var first = entries.get(0);
        var fields = entries.stream().filter(entry -> entry.field() != null).toList();
        var record = texts.wordOr("record." + first.type(), first.type());
        return new TrailSentence(
                first.person().isEmpty() ? first.username() : first.person(),
                texts.word("trail.did", act(first.act()), record),
                first.label(),
                first.version(),
                fields.isEmpty() ? null : change(fields),
                first.reason(),
                Moments.utc(first.at()),
                first.username(),
                first.role(),
                first.site(),
                first.zone(),
                first.address() == null ? "" : first.address(),
                entries.stream().map(this::row).toList());
    }

    private String change(List<Entry> fields) {
        if (fields.size() > 1) {
            return texts.word("trail.more-fields", fields.size());
        }
        var entry = fields.get(0);
        var from = cut(entry.oldValue());
        var to = cut(entry.newValue());
        return from.isEmpty()
                ? texts.word("trail.set", field(entry), to)
                : to.isEmpty()
                        ? texts.word("trail.cleared", field(entry), from)
                        : texts.word("trail.changed", field(entry), from, to);
    }

    private TrailSentence.Row row(Entry entry) {
        var unit = entry.unit() == null ? "" : " " + entry.unit();
        return new TrailSentence.Row(
                entry.no(),
                entry.field() == null ? "" : field(entry),
                entry.oldValue() == null ? "" : entry.oldValue() + unit,
                entry.newValue() == null ? "" : entry.newValue() + unit);
    }

    private String field(Entry entry) {
        var field = String.valueOf(entry.field());
        return texts.wordOr("field." + field, field);
    }

    private String act(String act) {
        return texts.wordOr("act." + act, act);
    }

    private static String cut(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + " …";
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("no"),
                row.getLong("tx"),
                row.getTimestamp("at").toInstant(),
                row.getString("zone"),
                row.getString("person"),
                row.getString("username"),
                row.getString("role"),
                row.getString("site"),
                row.getString("act"),
                row.getString("record_type"),
                row.getString("record_id"),
                row.getString("record_label"),
                row.getObject("version", Integer.class),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("unit"),
                row.getString("reason"),
                row.getString("address"));
    }
}
