package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.SignedContent;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.recognition.RecognitionEvent.StepLetGo;
import dev.baton.recognition.RecognitionEvent.StepTaken;
import dev.baton.recognition.RecognitionRefusals.HandoverUnknown;
import dev.baton.recognition.RecognitionRefusals.NotTheCarrier;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.recognition.StewardshipView.Built;
import dev.baton.recognition.StewardshipView.Handed;
import dev.baton.recognition.StewardshipView.Someone;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to who carries a step: one lets go of it with a last word, another takes it, and both sign. */
@Service
@Transactional
public class Stewardship implements SignedContent {

    private static final String LET_GO = "step-let-go";
    private static final String TAKEN = "step-taken";

    private final Transfers transfers;
    private final People people;
    private final StepHandovers handovers;
    private final StepTakings takings;
    private final Signatures signatures;
    private final RecordSight sight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stewardship(
            Transfers transfers,
            People people,
            StepHandovers handovers,
            StepTakings takings,
            Signatures signatures,
            RecordSight sight,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.handovers = handovers;
        this.takings = takings;
        this.signatures = signatures;
        this.sight = sight;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Who built the step and who carries it, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public StewardshipView of(StepId id) {
        var step = transfers.requireStep(id);
        return new StewardshipView(built(id), carriers(step), handed(id));
    }

    /** To whom the current actor may hand the step: everybody of the receiving site on the team; empty if not theirs. */
    @Transactional(readOnly = true)
    public List<Someone> heirs(StepId id) {
        var step = transfers.requireStep(id);
        var me = Acting.current().username();
        if (carriers(step).stream().noneMatch(carrier -> carrier.username().equals(me)) || waits(id)) {
            return List.of();
        }
        return transfers.team(step.transferId()).stream()
                .filter(member -> member.role() == Role.RECEIVER || member.role() == Role.EXPERT)
                .map(TeamMember::username)
                .distinct()
                .filter(username -> !username.equals(me))
                .map(this::someone)
                .toList();
    }

    /** Passes if the current actor carries the step and no hand-over of it waits. */
    @Transactional(readOnly = true)
    public void requireCarrier(StepId id) {
        if (heirs(id).isEmpty()) {
            throw new NotTheCarrier();
        }
    }

    /** Passes if that hand-over waits for the current actor. */
    @Transactional(readOnly = true)
    public void requireHeir(UUID handoverId) {
        var waits = handovers
                .findById(handoverId)
                .filter(given -> given.to().equals(Acting.current().username()))
                .filter(given -> !takings.existsByHandoverId(handoverId))
                .isPresent();
        if (!waits) {
            throw new HandoverUnknown(handoverId);
        }
    }

    /** The current actor lets go of the step, with a last word, and signs. */
    public UUID letGo(StepId id, @Nullable String to, @Nullable String lastWord, SigningProof proof) {
        var step = transfers.requireStep(id);
        var heirs = heirs(id);
        if (heirs.isEmpty()) {
            throw new NotTheCarrier();
        }
        var faults = new ArrayList<Fault>();
        Texts.check("lastWord", lastWord, Texts.LONGEST_ANSWER, faults);
        if (to == null || heirs.stream().noneMatch(heir -> heir.username().equals(to))) {
            faults.add(Fault.of("to", "stewardship.to-whom"));
        }
        if (to == null || !faults.isEmpty()) {
            throw new WordsRefused(faults);
        }
        var me = Acting.current();
        var handover = handovers.saveAndFlush(
                new StepHandover(step, me.username(), to, blankIsNull(lastWord), clock.instant()));
        signatures.sign(
                proof,
                subject(LET_GO, handover.getId(), handover),
                Meaning.RESPONSIBILITY,
                roleOf(me),
                handover.hash(),
                "let-go",
                blankIsNull(lastWord));
        events.publishEvent(
                new StepLetGo(step.transferId(), id, handover.getId(), me.username(), to, handover.stepLabel()));
        return handover.getId();
    }

    /** The one to whom the step is handed takes it, with a first word, and signs. */
    public void take(UUID handoverId, @Nullable String firstWord, SigningProof proof) {
        var me = Acting.current();
        var handover = handovers
                .findById(handoverId)
                .filter(given -> given.to().equals(me.username()))
                .filter(given -> !takings.existsByHandoverId(handoverId))
                .orElseThrow(() -> new HandoverUnknown(handoverId));
        var faults = new ArrayList<Fault>();
        Texts.check("firstWord", firstWord, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new WordsRefused(faults);
        }
        var taking = takings.saveAndFlush(new StepTaking(handover, blankIsNull(firstWord), clock.instant()));
        signatures.sign(
                proof,
                subject(TAKEN, taking.getId(), handover),
                Meaning.RESPONSIBILITY,
                roleOf(me),
                taking.hash(),
                "taken",
                blankIsNull(firstWord));
        events.publishEvent(new StepTaken(
                new TransferId(handover.transferId()),
                new StepId(handover.stepId()),
                handoverId,
                me.username(),
                handover.from(),
                handover.stepLabel()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return switch (subject.type()) {
            case LET_GO -> handovers.findById(subject.id()).map(StepHandover::hash);
            case TAKEN -> takings.findById(subject.id()).map(StepTaking::hash);
            default -> Optional.empty();
        };
    }

    private List<Someone> carriers(StepView step) {
        var taken = jdbc.sql("select h.to_username from step_handover h join step_taking t on t.handover_id = h.id"
                        + " where h.step_id = ? order by t.taken_at desc limit 1")
                .param(step.id().value())
                .query(String.class)
                .optional();
        return taken.map(List::of).orElse(step.experts()).stream()
                .map(this::someone)
                .toList();
    }

    private boolean waits(StepId step) {
        return jdbc.sql("select exists (select 1 from step_handover h where h.step_id = ?"
                        + " and not exists (select 1 from step_taking t where t.handover_id = h.id))")
                .param(step.value())
                .query(Boolean.class)
                .single();
    }

    private List<Built> built(StepId step) {
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
            String from,
            String to,
            @Nullable String lastWord,
            Timestamp offeredAt,
            @Nullable UUID taking,
            @Nullable String firstWord,
            @Nullable Timestamp takenAt) {}

    private List<Handed> handed(StepId step) {
        return jdbc
                .sql("select h.*, t.id as taking, t.first_word, t.taken_at from step_handover h"
                        + " left join step_taking t on t.handover_id = h.id where h.step_id = ?"
                        + " order by h.offered_at desc, h.id")
                .param(step.value())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("from_username"),
                        row.getString("to_username"),
                        row.getString("last_word"),
                        row.getTimestamp("offered_at"),
                        row.getObject("taking", UUID.class),
                        row.getString("first_word"),
                        row.getTimestamp("taken_at")))
                .list()
                .stream()
                .map(this::handed)
                .toList();
    }

    private Handed handed(Row row) {
        var signed = new ArrayList<>(signatures.on(LET_GO, row.id()));
        if (row.taking() != null) {
            signed.addAll(signatures.on(TAKEN, row.taking()));
        }
        var takenAt = row.takenAt();
        return new Handed(
                row.id(),
                someone(row.from()),
                someone(row.to()),
                row.lastWord(),
                row.offeredAt().toInstant(),
                row.firstWord(),
                takenAt == null ? null : takenAt.toInstant(),
                signed);
    }

    private Someone someone(String username) {
        return new Someone(
                username, people.person(username).map(PersonView::name).orElse(username));
    }

    private static SignedSubject subject(String type, UUID id, StepHandover handover) {
        return new SignedSubject(type, id, 1, handover.stepLabel(), handover.transferId(), null);
    }

    private static Role roleOf(Actor actor) {
        return actor.roles().stream().sorted().findFirst().orElse(Role.EXPERT);
    }

    private static @Nullable String blankIsNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
