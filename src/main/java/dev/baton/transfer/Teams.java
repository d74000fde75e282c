package dev.baton.transfer;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferEvent.LeavingPlanned;
import dev.baton.transfer.TransferEvent.TeamChanged;
import dev.baton.transfer.TransferRefusals.NoTeam;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferRefusals.TeamRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a transfer's team. */
@Service
@Transactional
public class Teams {

    private final Transfers transfers;
    private final TeamMemberships memberships;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Teams(
            Transfers transfers,
            TeamMemberships memberships,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.clock = clock;
        this.transfers = transfers;
        this.memberships = memberships;
        this.people = people;
        this.events = events;
    }

    /** The team as the current actor may see it: leaving dates are the person's own and the lead's to know. */
    @Transactional(readOnly = true)
    public List<TeamMember> visible(TransferId id) {
        transfers.requireKnown(id);
        var lead = transfers.isLead(id);
        var me = Acting.current().username();
        return transfers.team(id).stream()
                .map(member -> lead || member.username().equals(me)
                        ? member
                        : new TeamMember(member.username(), member.role(), null))
                .toList();
    }

    /**
     * Makes this the team; the lead of the transfer only, for the reason in {@link Acting#reason()}.
     *
     * @return the team as it is now
     */
    public List<TeamMember> replace(TransferId id, List<TeamMember> wanted) {
        var transfer = transfers.require(id);
        if (!transfers.isLead(id)) {
            throw new NotTheLead(transfer.name());
        }
        check(wanted);
        var before = memberships.findByTransferIdOrderByRoleAscUsernameAsc(id.value());
        var was = transfers.team(id);
        if (new HashSet<>(was).equals(new HashSet<>(wanted))) {
            return was;
        }
        if (Acting.reason() == null) {
            throw new ReasonMissing();
        }
        for (var membership : before) {
            if (wanted.stream().noneMatch(member -> membership.is(member.username(), member.role()))) {
                memberships.delete(membership);
            }
        }
        for (var member : wanted) {
            var membership = before.stream()
                    .filter(known -> known.is(member.username(), member.role()))
                    .findFirst()
                    .orElseGet(() -> new TeamMembership(id, member.username(), member.role(), null));
            memberships.save(membership.leavesOn(member.leavingDate()));
        }
        memberships.flush();
        events.publishEvent(new TeamChanged(id));
        wanted.stream()
                .filter(member -> member.leavingDate() != null && !was.contains(member))
                .map(TeamMember::username)
                .distinct()
                .forEach(username -> events.publishEvent(new LeavingPlanned(id, username)));
        return transfers.team(id);
    }

    /** The day on which the current actor leaves, as they or a lead said: the earliest of their transfers; or null. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate myLeavingDate() {
        return memberships.findByUsername(Acting.current().username()).stream()
                .map(membership -> membership.view().leavingDate())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * The current actor says on which day they leave; it holds in all their transfers. Null: they stay. A day that was said
     * before is changed for the reason in {@link Acting#reason()} only.
     */
    public void leave(@Nullable LocalDate on) {
        var me = Acting.current();
        var mine = memberships.findByUsername(me.username());
        if (mine.isEmpty()) {
            throw new NoTeam();
        }
        if (on != null && on.isBefore(me.today(clock))) {
            throw new TeamRefused(List.of(Fault.of("leavingDate", "transfer.leaving-past")));
        }
        var changed = mine.stream()
                .filter(membership -> !Objects.equals(membership.view().leavingDate(), on))
                .toList();
        if (Acting.reason() == null
                && changed.stream().anyMatch(membership -> membership.view().leavingDate() != null)) {
            throw new ReasonMissing();
        }
        changed.forEach(membership -> memberships.save(membership.leavesOn(on)));
        memberships.flush();
        changed.stream().map(TeamMembership::transfer).distinct().forEach(transfer -> {
            events.publishEvent(new TeamChanged(transfer));
            if (on != null) {
                events.publishEvent(new LeavingPlanned(transfer, me.username()));
            }
        });
    }

    private void check(List<TeamMember> wanted) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var member = wanted.get(i);
            var where = "/" + i;
            if (!seen.add(member.username() + " " + member.role())) {
                faults.add(Fault.of(where, "transfer.team-twice", member.username()));
            }
            if (member.role() == Role.ADMIN || member.role() == Role.AUDITOR) {
                faults.add(Fault.of(
                        where + "/role", "transfer.team-role", member.role().code()));
            }
            var person = people.person(member.username());
            if (person.isEmpty()) {
                faults.add(Fault.of(where + "/username", "transfer.person-unknown", member.username()));
            } else if (!person.get().is(member.role())) {
                faults.add(Fault.of(
                        where + "/role",
                        "transfer.person-without-role",
                        member.username(),
                        member.role().code()));
            }
        }
        if (wanted.stream().noneMatch(member -> member.role() == Role.TRANSFER_LEAD)) {
            faults.add(Fault.of("", "transfer.team-without-lead"));
        }
        if (!faults.isEmpty()) {
            throw new TeamRefused(faults);
        }
    }
}
