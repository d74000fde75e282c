package dev.baton.recognition;

import dev.baton.recognition.RecognitionRecord.Contributor;
import dev.baton.recognition.RecognitionRecord.CreditView;
import dev.baton.recognition.RecognitionRecord.Effects;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists for the screens, read by SQL of their own. */
@Component
class RecognitionReadModel {

    private static final String THANKS =
            """
            select t.id, t.from_username, coalesce(p.name, t.from_username) as from_name, t.to_username,
              coalesce(q.name, t.to_username) as to_name, baton_held(t.item_id, t.to_username) as held, t.item_id, t.item_title,
              t.text, t.said_at, a.text as answer, a.said_at as answered_at
            from thank_you t left join person p on p.username = t.from_username
            left join person q on q.username = t.to_username
            left join thanks_answer a on a.thanks_id = t.id
            """;

    private static final String CREDITS =
            """
            select c.act, c.item_id, c.item_version, c.item_title, c.signed_at, c.signature_id, w.withdrawn_at, w.cause,
              s.number || ' ' || s.name as step,
              case when c.item_id is not null then (select count(*) from item_reading r
                where r.item_id = c.item_id and r.reader <> c.username)::int end as read_by,
              case when c.item_id is not null then (select count(*) from demonstration_run r,
                jsonb_array_elements(r.cues::jsonb -> 'cues') cue where r.transfer_id = c.transfer_id
                and cue ->> 'itemId' = c.item_id::text and r.result <> 'stopped')::int end as runs,
              case when c.item_id is not null then (select count(*) from demonstration_run r,
                jsonb_array_elements(r.cues::jsonb -> 'cues') cue where r.transfer_id = c.transfer_id
                and cue ->> 'itemId' = c.item_id::text and r.result <> 'stopped'
                and (cue ->> 'score')::int >= 2)::int end as cue_named
            from credit c left join credit_withdrawal w on w.credit_id = c.id
            left join knowledge_item i on i.id = c.item_id
            left join process_step s on s.id = coalesce(c.step_id, i.step_id)
            where c.username = ? order by c.signed_at desc, c.id""";

    private static final String CONTRIBUTORS =
            """
            select p.username, p.name, s.name as site, coalesce(array_agg(distinct x.act) filter (where x.act is not null),
              '{}') as acts, bool_or(x.act is null) as thanked
            from (
              select c.username, c.transfer_id, c.act from credit c
                where not exists (select 1 from credit_withdrawal w where w.credit_id = c.id)
                  and not baton_held(c.item_id, c.username)
              union all
              select t.to_username, t.transfer_id, null from thank_you t
                where not baton_held(t.item_id, t.to_username)) x
            join person p on p.username = x.username join site s on s.id = p.site_id
            where x.transfer_id = coalesce(cast(:transfer as uuid), x.transfer_id)
            group by p.username, p.name, s.name
            order by p.name, p.username""";

    private final JdbcClient jdbc;
    private final KeepsakeShelf keepsakes;

    RecognitionReadModel(JdbcClient jdbc, KeepsakeShelf keepsakes) {
        this.keepsakes = keepsakes;
        this.jdbc = jdbc;
    }

    /** A person's credits, those that no longer count included, newest first. */
    List<CreditView> credits(String username) {
        return jdbc.sql(CREDITS)
                .param(username)
                .query((row, number) -> new CreditView(
                        row.getString("act"),
                        row.getObject("item_id", UUID.class),
                        row.getObject("item_version", Integer.class),
                        row.getString("item_title"),
                        row.getString("step"),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getObject("signature_id", UUID.class),
                        new Effects(
                                row.getObject("read_by", Integer.class),
                                row.getObject("runs", Integer.class),
                                row.getObject("cue_named", Integer.class)),
                        instant(row, "withdrawn_at"),
                        row.getString("cause")))
                .list();
    }

    /** The items in which this person's part is held in confidence. */
    Set<UUID> held(String username) {
        return Set.copyOf(jdbc.sql("select distinct item_id from credit where username = :who and"
                        + " baton_held(item_id, :who) union select distinct item_id from thank_you where"
                        + " to_username = :who and baton_held(item_id, :who)")
                .param("who", username)
                .query(UUID.class)
                .list());
    }

    /** What was said to a person, newest first. */
    List<ThanksView> thanksTo(String username) {
        return thanks(" where t.to_username = ? order by t.said_at desc, t.id", username);
    }

    /** What was said about an item, oldest first. */
    List<ThanksView> thanksFor(UUID item) {
        return thanks(" where t.item_id = ? order by t.said_at, t.id", item);
    }

    /** What was said in a transfer, oldest first. */
    List<ThanksView> thanksIn(UUID transfer) {
        return thanks(" where t.transfer_id = ? order by t.said_at, t.id", transfer);
    }

    /** Who has credits or thanks, in one transfer or anywhere; by name. */
    List<Contributor> contributors(@Nullable UUID transfer) {
        return jdbc.sql(CONTRIBUTORS)
                .param("transfer", transfer == null ? null : transfer.toString())
                .query((row, number) -> new Contributor(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("site"),
                        List.of((String[]) row.getArray("acts").getArray()),
                        row.getBoolean("thanked")))
                .list();
    }

    private List<ThanksView> thanks(String where, Object key) {
        var files = keepsakes.with(jdbc.sql("select t.id from thank_you t" + where.replaceAll(" order by.*", ""))
                .param(key)
                .query(UUID.class)
                .list());
        return jdbc.sql(THANKS + where)
                .param(key)
                .query((row, number) -> thanked(row, files))
                .list();
    }

    private static ThanksView thanked(ResultSet row, Map<UUID, List<KeepsakeView>> files) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ThanksView(
                id,
                row.getString("from_username"),
                row.getString("from_name"),
                row.getBoolean("held") ? "" : row.getString("to_username"),
                row.getBoolean("held") ? "" : row.getString("to_name"),
                row.getObject("item_id", UUID.class),
                row.getString("item_title"),
                row.getString("text"),
                row.getTimestamp("said_at").toInstant(),
                files.getOrDefault(id, List.of()),
                row.getString("answer"),
                instant(row, "answered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
