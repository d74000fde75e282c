package dev.baton.recognition;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.recognition.StewardshipView.Built;
import dev.baton.recognition.StewardshipView.Handed;
import dev.baton.recognition.StewardshipView.Someone;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who built a step, who carries it, and how it came to them. */
@Component
class StewardshipReader {

    private final People people;
    private final Signatures signatures;
    private final RecordSight sight;
    private final JdbcClient jdbc;

    StewardshipReader(People people, Signatures signatures, RecordSight sight, JdbcClient jdbc) {
        this.people = people;
        this.signatures = signatures;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /** Who carries the step: whoever took it last, else the experts named on it. */
    List<Someone> carriers(StepView step) {
        var taken = jdbc.sql("select h.to_username from step_handover h join step_taking t on t.handover_id = h.id"
                        + " where h.step_id = ? order by t.taken_at desc limit 1")
                .param(step.id().value())
                .query(String.class)
                .optional();
        return taken.map(List::of).orElse(step.experts()).stream()
                .map(this::someone)
                .toList();
    }

    /** Whether a hand-over of the step waits to be taken. */
    boolean waits(StepId step) {
        return jdbc.sql("select exists (select 1 from step_handover h where h.step_id = ?"
                        + " and not exists (select 1 from step_taking t where t.handover_id = h.id)"
                        + " and not exists (select 1 from step_offer_ended e where e.handover_id = h.id))")
                .param(step.value())
                .query(Boolean.class)
                .single();
    }

    /** Who signed what is known of the step, as far as the current actor may see it. */
    List<Built> built(StepId step) {
        var all = jdbc.sql("select c.username, p.name, min(c.signed_at) as since from credit c"
                        + " join person p on p.username = c.username left join knowledge_item i on i.id = c.item_id"
                        + " where coalesce(c.step_id, i.step_id) = ? and c.act in"
                        + " ('authorship', 'co-authorship', 'interviewed', 'wrote-out')"
                        + " and not exists (select 1 from credit_withdrawal w where w.credit_id = c.id)"
                        + " and not baton_held(c.item_id, c.username)"
                        + " group by c.username, p.name order by min(c.signed_at)")
                .param(step.value())
                .query((row, n) -> new Built(
                        row.getString("username"),
                        row.getString("name"),
                        row.getTimestamp("since").toInstant()))
                .list();
        var hidden = sight.hidden(all.stream().map(Built::username).toList());
        return all.stream()
                .filter(person -> !hidden.contains(person.username()))
                .toList();
    }

    private record Row(
            UUID id,
            Someone from,
            Someone to,
            @Nullable String lastWord,
            Timestamp offeredAt,
            @Nullable UUID taking,
            @Nullable String firstWord,
            @Nullable Timestamp takenAt,
            @Nullable Timestamp endedAt) {}

    /** All hand-overs of the step, the latest first. */
    List<Handed> handed(StepId step) {
        var rows = jdbc.sql("select h.*, t.id as taking, t.first_word, t.taken_at, e.ended_at,"
                        + " coalesce(f.name, h.from_username) as from_name, coalesce(p.name, h.to_username) as to_name"
                        + " from step_handover h"
                        + " left join person f on f.username = h.from_username"
                        + " left join person p on p.username = h.to_username"
                        + " left join step_taking t on t.handover_id = h.id"
                        + " left join step_offer_ended e on e.handover_id = h.id where h.step_id = ?"
                        + " order by h.offered_at desc, h.id")
                .param(step.value())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        new Someone(row.getString("from_username"), row.getString("from_name")),
                        new Someone(row.getString("to_username"), row.getString("to_name")),
                        row.getString("last_word"),
                        row.getTimestamp("offered_at"),
                        row.getObject("taking", UUID.class),
                        row.getString("first_word"),
                        row.getTimestamp("taken_at"),
                        row.getTimestamp("ended_at")))
                .list();
        var given = signatures.on(Stewardship.LET_GO, rows.stream().map(Row::id).toList());
        var taken = signatures.on(
                Stewardship.TAKEN,
                rows.stream().map(Row::taking).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> handed(
                        row,
                        given.getOrDefault(row.id(), List.of()),
                        row.taking() == null ? List.of() : taken.getOrDefault(row.taking(), List.of())))
                .toList();
    }

    private static Handed handed(Row row, List<SignatureView> given, List<SignatureView> taken) {
        var signed = new ArrayList<>(given);
        signed.addAll(taken);
        var takenAt = row.takenAt();
        var endedAt = row.endedAt();
        return new Handed(
                row.id(),
                row.from(),
                row.to(),
                row.lastWord(),
                row.offeredAt().toInstant(),
                row.firstWord(),
                takenAt == null ? null : takenAt.toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                signed);
    }

    /** A person by name. */
    Someone someone(String username) {
        return new Someone(
                username, people.person(username).map(PersonView::name).orElse(username));
    }
}
