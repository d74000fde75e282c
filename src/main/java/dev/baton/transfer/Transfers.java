package dev.baton.transfer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.baton.audit.AuditTrail;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Inspections;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferEvent.PhaseEntered;
import dev.baton.transfer.TransferEvent.TransferStarted;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferRefusals.StepUnknown;
import dev.baton.transfer.TransferRefusals.TransferUnknown;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to transfers: reading, start and phases. Import and team have their own doors. */
@Service
@Transactional
public class Transfers {

    private final TransferRecords transfers;
    private final ProcessSteps steps;
    private final StepParameters parameters;
    private final StepExperts experts;
    private final TeamMemberships team;
    private final People people;
    private final Inspections inspections;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transfers(
            TransferRecords transfers,
            ProcessSteps steps,
            StepParameters parameters,
            StepExperts experts,
            TeamMemberships team,
            People people,
            Inspections inspections,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.parameters = parameters;
        this.experts = experts;
        this.team = team;
        this.people = people;
        this.inspections = inspections;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** The transfer, if the current actor may know of it: team, quality and auditors. */
    @Transactional(readOnly = true)
    public TransferView require(TransferId id) {
        var transfer = find(id);
        if (!mayKnow(id, Acting.current())) {
            throw new TransferUnknown();
        }
        return view(transfer);
    }

    /** Passes when the current actor may know of the transfer, as {@link #require}, and reads no more than that takes. */
    @Transactional(readOnly = true)
    public void requireKnown(TransferId id) {
        if (team(id).isEmpty()) {
            find(id);
        }
        if (!mayKnow(id, Acting.current())) {
            throw new TransferUnknown();
        }
    }

    /** The transfer without asking who wants to know: for timers, listeners and other modules' doors. */
    @Transactional(readOnly = true)
    public TransferView known(TransferId id) {
        return view(find(id));
    }

    /** Name and sites without asking who wants to know, and without counting anything. */
    @Transactional(readOnly = true)
    public TransferHead head(TransferId id) {
        return find(id).head();
    }

    /** The transfers the current actor may know of, by name. */
    @Transactional(readOnly = true)
    public List<TransferView> mine() {
        var actor = Acting.current();
        var mine = team.findByUsername(actor.username()).stream()
                .map(TeamMembership::transfer)
                .collect(Collectors.toSet());
        var inspected = inspections.covering();
        var counts = steps.counts().stream()
                .collect(toMap(count -> new TransferId(count.getTransferId()), ProcessSteps.Count::getSteps));
        return transfers.findAllByOrderByNameAscIdAsc().stream()
                .filter(transfer -> seesAll(actor)
                        || inspected.test(transfer.id().value())
                        || (mine.contains(transfer.id()) && !actor.is(Role.ADMIN)))
                .map(transfer -> transfer.view(counts.getOrDefault(transfer.id(), 0)))
                .toList();
    }

    /** User names of whoever is on the team of a transfer that the current actor may know of. */
    @Transactional(readOnly = true)
    public Set<String> colleagues() {
        return team
                .findByTransferIdIn(mine().stream()
                        .map(TransferView::id)
                        .map(TransferId::value)
                        .toList())
                .stream()
                .map(member -> member.view().username())
                .collect(Collectors.toSet());
    }

    /** The step, if the current actor may know of its transfer. */
    @Transactional(readOnly = true)
    public StepView requireStep(StepId id) {
        var step = step(id);
        if (!mayKnow(step.transferId(), Acting.current())) {
            throw new StepUnknown();
        }
        return step;
    }

    /** The step without asking who wants to know. */
    @Transactional(readOnly = true)
    public StepView step(StepId id) {
        return steps.findById(id.value())
                .orElseThrow(StepUnknown::new)
                .view(
                        parameters.findByStepIdOrderByPosition(id.value()),
                        experts.findByStepIdOrderByPosition(id.value()));
    }

    /** Number and name of each of these steps, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<StepId, String> labels(Collection<StepId> ids) {
        // One step is often known in an act already, and then not read again.
        var found = ids.size() == 1
                ? steps.findById(ids.iterator().next().value()).stream().toList()
                : steps.findAllById(ids.stream().map(StepId::value).toList());
        return found.stream().collect(toMap(step -> new StepId(step.id()), ProcessStep::label));
    }

    /** The transfers whose team this person is on, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Set<TransferId> ofMember(String username) {
        return team.findByUsername(username).stream()
                .map(TeamMembership::transfer)
                .collect(Collectors.toSet());
    }

    /** The steps in process order, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<StepView> steps(TransferId id) {
        var byStep = parameters.findByTransferIdOrderByPosition(id.value()).stream()
                .collect(groupingBy(StepParameter::stepId));
        var named =
                experts.findByTransferIdOrderByPosition(id.value()).stream().collect(groupingBy(StepExpert::stepId));
        return steps.findByTransferIdOrderByPosition(id.value()).stream()
                .map(step ->
                        step.view(byStep.getOrDefault(step.id(), List.of()), named.getOrDefault(step.id(), List.of())))
                .toList();
    }

    /** The team, by role and user name, leaving dates included: callers hide them from others than person and lead. */
    @Transactional(readOnly = true)
    public List<TeamMember> team(TransferId id) {
        return team.findByTransferIdOrderByRoleAscUsernameAsc(id.value()).stream()
                .map(TeamMembership::view)
                .toList();
    }

    /** User names of the members who hold the role in this transfer and whose accounts are enabled. */
    @Transactional(readOnly = true)
    public List<String> members(TransferId id, Role role) {
        var all = team(id);
        var known = people.named(all.stream().map(TeamMember::username).collect(Collectors.toSet()));
        return all.stream()
                .filter(member -> member.role() == role)
                .map(TeamMember::username)
                .filter(username ->
                        known.stream().anyMatch(person -> person.username().equals(username) && person.is(role)))
                .toList();
    }

    /** Whether the current actor is an auditor within whose scope this transfer lies. */
    @Transactional(readOnly = true)
    public boolean isInspected(TransferId id) {
        return inspections.covers(id.value());
    }

    /** Whether the current actor leads this transfer. */
    @Transactional(readOnly = true)
    public boolean isLead(TransferId id) {
        var actor = Acting.current();
        return actor.is(Role.TRANSFER_LEAD)
                && team(id).stream()
                        .anyMatch(member -> member.role() == Role.TRANSFER_LEAD
                                && member.username().equals(actor.username()));
    }

    /** Starts the transfer: publishes {@link TransferEvent.TransferStarted}. The lead of the transfer only. */
    public TransferView start(TransferId id) {
        var known = require(id);
        if (!isLead(id)) {
            throw new NotTheLead(known.name());
        }
        var transfer = transfers.saveAndFlush(find(id).start(clock.instant()));
        trail.record("started", transfer.trailRef());
        events.publishEvent(new TransferStarted(id));
        return view(find(id));
    }

    /** The transfer's process has entered a phase. Called by the workflow only. */
    public void enter(TransferId id, Phase phase) {
        var transfer = find(id);
        if (transfer.phase() != phase) {
            transfers.saveAndFlush(transfer.enter(phase));
            events.publishEvent(new PhaseEntered(id, phase));
        }
    }

    private boolean mayKnow(TransferId id, Actor actor) {
        return seesAll(actor)
                || inspections.covers(id.value())
                || (!actor.is(Role.ADMIN)
                        && team(id).stream()
                                .anyMatch(member -> member.username().equals(actor.username())));
    }

    private static boolean seesAll(Actor actor) {
        return actor.is(Role.QUALITY) || actor.equals(Actor.SYSTEM);
    }

    private Transfer find(TransferId id) {
        return transfers.findById(id.value()).orElseThrow(TransferUnknown::new);
    }

    private TransferView view(Transfer transfer) {
        return transfer.view(steps.countByTransferId(transfer.id().value()));
    }
}
