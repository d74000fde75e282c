package dev.baton.web.page;

import dev.baton.Page;
import dev.baton.audit.TrailAct;
import dev.baton.audit.TrailFilter;
import dev.baton.audit.TrailReader;
import dev.baton.audit.TrailRow;
import dev.baton.web.page.TrailSentence.Choice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the acts of the audit trail as sentences, and knows what its filters can choose from. */
@Component
class TrailSentences {

    private static final int ACTS = 40;
    private static final int LONGEST_VALUE = 160;

    /** Records whose kind the act names already: nobody "credited a credit"; what it was about is the label. */
    private static final Set<String> SAID_BY_THE_ACT =
            Set.of("signature", "review-decision", "triage", "credit", "thank-you", "peer-substitution", "hold-lifted");

    /** "Added to the team", and not the team member once more. */
    private static final String JOINED = "joined";

    private final TrailReader reader;
    private final JdbcClient jdbc;
    private final RefusalTexts texts;

    TrailSentences(TrailReader reader, JdbcClient jdbc, RefusalTexts texts) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** The sentences that pass the filter, newest first, before that entry. */
    Page<TrailSentence> page(UUID transfer, TrailFilter filter, @Nullable String before) {
        return reader.acts(transfer, filter, before, ACTS).map(this::sentence);
    }

    /** Which acts there are, for the filter. */
    List<Choice> acts(UUID transfer) {
        return reader.actsIn(transfer).stream()
                .map(act -> new Choice(act, act(act)))
                .toList();
    }

    /** Who has acted, for the filter; whoever may read the trail was checked with its entries. */
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
                """
                select id::text as value, title as text from knowledge_item
                where transfer_id = ? order by step_position, created_at""",
                transfer);
    }

    private List<Choice> choices(String sql, UUID transfer) {
        return jdbc.sql(sql)
                .param(transfer)
                .query((row, n) -> new Choice(row.getString("value"), row.getString("text")))
                .list();
    }

    /** One act as a sentence. */
    TrailSentence sentence(TrailAct act) {
        var head = act.head();
        var record = SAID_BY_THE_ACT.contains(head.recordType()) || head.act().equals(JOINED)
                ? ""
                : texts.wordOr("record." + head.recordType(), head.recordType());
        return new TrailSentence(
                head.person().isEmpty() ? head.username() : head.person(),
                texts.word("trail.did", act(head.act()), record).strip(),
                head.recordLabel(),
                head.version(),
                act.fields().isEmpty() ? null : change(act.fields()),
                head.reason(),
                Moments.utc(head.at()),
                head.username(),
                head.role(),
                head.site(),
                head.zone(),
                head.address() == null ? "" : head.address(),
                act.fields().stream().map(this::row).toList());
    }

    private @Nullable String change(List<TrailRow> fields) {
        if (fields.size() > 1) {
            return null;
        }
        var row = fields.get(0);
        var from = cut(row.oldValue());
        var to = cut(row.newValue());
        if (from.isEmpty()) {
            return texts.word("trail.set", field(row), to);
        }
        return to.isEmpty()
                ? texts.word("trail.cleared", field(row), from)
                : texts.word("trail.changed", field(row), from, to);
    }

    private TrailSentence.Row row(TrailRow row) {
        var unit = row.unit() == null ? "" : " " + row.unit();
        return new TrailSentence.Row(
                row.no(),
                field(row),
                row.oldValue() == null ? "" : row.oldValue() + unit,
                row.newValue() == null ? "" : row.newValue() + unit);
    }

    private String field(TrailRow row) {
        var field = String.valueOf(row.field());
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
}
