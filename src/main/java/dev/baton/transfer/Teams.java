package dev.baton.transfer;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferEvent.TeamChanged;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.TransferRefusals.TeamRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    Teams(Transfers transfers, TeamMemberships memberships, People people, ApplicationEventPublisher events) {
        this.transfers = transfers;
        this.memberships = memberships;
        this.people = people;
        this.events = events;
    }

    /** The team as the current actor may see it: leaving dates are the person's own and the lead's to know. */
    @Transactional(readOnly = true)
    public List<TeamMember> visible(TransferId id) {
        transfers.require(id);
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
        if (new HashSet<>(transfers.team(id)).equals(new HashSet<>(wanted))) {
            return transfers.team(id);
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
        return transfers.team(id);
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
