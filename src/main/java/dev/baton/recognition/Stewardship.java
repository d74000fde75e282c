package dev.baton.recognition;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.SignedContent;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.recognition.RecognitionEvent.StepKept;
import dev.baton.recognition.RecognitionEvent.StepLetGo;
import dev.baton.recognition.RecognitionEvent.StepTaken;
import dev.baton.recognition.RecognitionRefusals.HandoverUnknown;
import dev.baton.recognition.RecognitionRefusals.NotTheCarrier;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.recognition.StewardshipView.Someone;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to who carries a step: one lets go of it with a last word, another takes it, and both sign. */
@Service
@Transactional
public class Stewardship implements SignedContent {

    static final String LET_GO = "step-let-go";
    static final String TAKEN = "step-taken";

    private final Transfers transfers;
    private final StepHandovers handovers;
    private final StepTakings takings;
    private final Signatures signatures;
    private final OffersEnded ended;
    private final StewardshipReader reader;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stewardship(
            Transfers transfers,
            StepHandovers handovers,
            StepTakings takings,
            Signatures signatures,
            OffersEnded ended,
            StewardshipReader reader,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.handovers = handovers;
        this.takings = takings;
        this.signatures = signatures;
        this.ended = ended;
        this.reader = reader;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Who built the step and who carries it, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public StewardshipView of(StepId id) {
        var step = transfers.requireStep(id);
        return new StewardshipView(reader.built(id), reader.carriers(step), reader.handed(id));
    }

    /** User names of those who carry the step, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<String> carriersOf(StepId id) {
        return reader.carriers(transfers.step(id)).stream()
                .map(Someone::username)
                .toList();
    }

    /** To whom the current actor may hand the step: everybody of the receiving site on the team; empty if not theirs. */
    @Transactional(readOnly = true)
    public List<Someone> heirs(StepId id) {
        var step = transfers.requireStep(id);
        var me = Acting.current().username();
        if (reader.carriers(step).stream()
                        .noneMatch(carrier -> carrier.username().equals(me))
                || reader.waits(id)) {
            return List.of();
        }
        return transfers.team(step.transferId()).stream()
                .filter(member -> member.role() == Role.RECEIVER || member.role() == Role.EXPERT)
                .map(TeamMember::username)
                .distinct()
                .filter(username -> !username.equals(me))
                .map(reader::someone)
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
        offered(handoverId);
    }

    private StepHandover offered(UUID handoverId) {
        return waiting(handoverId, given -> given.to().equals(Acting.current().username()));
    }

    private StepHandover waiting(UUID handoverId, Predicate<StepHandover> concernsMe) {
        var handover =
                handovers.findById(handoverId).filter(concernsMe).orElseThrow(() -> new HandoverUnknown(handoverId));
        oneAtATime(handover.stepId());
        if (!isWaiting(handoverId)) {
            throw new HandoverUnknown(handoverId);
        }
        return handover;
    }

    /** From here to the end of the transaction nobody else hands this step on: check and act are one. */
    private void oneAtATime(UUID step) {
        Locks.about(jdbc, "steward", step);
    }

    /** The current actor lets go of the step, with a last word, and signs. */
    public UUID letGo(StepId id, @Nullable String to, @Nullable String lastWord, SigningProof proof) {
        var step = transfers.requireStep(id);
        oneAtATime(id.value());
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
                new StepHandover(step, me.username(), to, Texts.stripped(lastWord), clock.instant()));
        signatures.sign(
                proof,
                subject(LET_GO, handover.getId(), handover),
                Meaning.RESPONSIBILITY,
                roleOf(me),
                handover.hash(),
                "let-go",
                Texts.stripped(lastWord));
        events.publishEvent(
                new StepLetGo(step.transferId(), id, handover.getId(), me.username(), to, handover.stepLabel()));
        return handover.getId();
    }

    /** The one to whom the step is handed takes it, with a first word, and signs. */
    public void take(UUID handoverId, @Nullable String firstWord, SigningProof proof) {
        var me = Acting.current();
        var handover = offered(handoverId);
        var faults = new ArrayList<Fault>();
        Texts.check("firstWord", firstWord, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new WordsRefused(faults);
        }
        var taking = takings.saveAndFlush(new StepTaking(handover, Texts.stripped(firstWord), clock.instant()));
        signatures.sign(
                proof,
                subject(TAKEN, taking.getId(), handover),
                Meaning.RESPONSIBILITY,
                roleOf(me),
                taking.hash(),
                "taken",
                Texts.stripped(firstWord));
        events.publishEvent(new StepTaken(
                new TransferId(handover.transferId()),
                new StepId(handover.stepId()),
                handoverId,
                me.username(),
                handover.from(),
                handover.stepLabel()));
    }

    /** Nobody takes it: the one asked says no, or whoever let go keeps it, for the reason in {@link Acting#reason()}. */
    public void end(UUID handoverId) {
        var me = Acting.current().username();
        var handover = waiting(
                handoverId, given -> given.to().equals(me) || given.from().equals(me));
        if (Acting.reason() == null) {
            throw new ReasonMissing();
        }
        ended.saveAndFlush(new OfferEnded(handover, clock.instant()));
        events.publishEvent(new StepKept(
                new TransferId(handover.transferId()),
                new StepId(handover.stepId()),
                handoverId,
                me,
                me.equals(handover.to()) ? handover.from() : handover.to(),
                handover.stepLabel()));
    }

    /** A hand-over as the processes know it. */
    public record Offer(TransferId transferId, StepId stepId, String step, String to, Instant offeredAt) {}

    /** The hand-over with that id. */
    @Transactional(readOnly = true)
    public Offer known(UUID handoverId) {
        return handovers
                .findById(handoverId)
                .map(given -> new Offer(
                        new TransferId(given.transferId()),
                        new StepId(given.stepId()),
                        given.stepLabel(),
                        given.to(),
                        given.offeredAt()))
                .orElseThrow(() -> new HandoverUnknown(handoverId));
    }

    /** Whether the hand-over waits to be taken. */
    @Transactional(readOnly = true)
    public boolean isWaiting(UUID handoverId) {
        return waiting().contains(handoverId);
    }

    /** All hand-overs that wait to be taken. */
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return jdbc.sql("select h.id from step_handover h"
                        + " where not exists (select 1 from step_taking t where t.handover_id = h.id)"
                        + " and not exists (select 1 from step_offer_ended e where e.handover_id = h.id)")
                .query(UUID.class)
                .list();
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

    private static SignedSubject subject(String type, UUID id, StepHandover handover) {
        return new SignedSubject(type, id, 1, handover.stepLabel(), handover.transferId(), null);
    }

    private static Role roleOf(Actor actor) {
        return actor.roles().stream().sorted().findFirst().orElse(Role.EXPERT);
    }
}
