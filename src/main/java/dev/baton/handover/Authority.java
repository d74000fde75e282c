package dev.baton.handover;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.capture.ItemId;
import dev.baton.handover.AuthorityView.Answer;
import dev.baton.handover.AuthorityView.Step;
import dev.baton.handover.AuthorityView.Why;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.Statements;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.Permission;
import dev.baton.verification.Reading;
import dev.baton.verification.TrainingNeeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to who may do what in a transfer: training guards review, demonstration and use at the receiving site, and never
 * telling. Worked out from what guards these acts themselves; nothing of it is stored.
 */
@Service
@Transactional(readOnly = true)
public class Authority {

    private final Transfers transfers;
    private final TrainingNeeds needs;
    private final Demonstrations demonstrations;
    private final Floor floor;
    private final UntrainedUses uses;
    private final Statements statements;
    private final People people;

    Authority(
            Transfers transfers,
            TrainingNeeds needs,
            Demonstrations demonstrations,
            Floor floor,
            UntrainedUses uses,
            Statements statements,
            People people) {
        this.transfers = transfers;
        this.needs = needs;
        this.demonstrations = demonstrations;
        this.floor = floor;
        this.uses = uses;
        this.statements = statements;
        this.people = people;
    }

    /** The receiving site first, then who tells: everybody for lead, quality and auditors, else the person alone. */
    public List<AuthorityView> of(TransferId id) {
        transfers.requireKnown(id);
        var all = transfers.isLead(id) || Acting.current().is(Role.QUALITY) || transfers.isInspected(id);
        var me = Acting.current().username();
        var views = new ArrayList<AuthorityView>();
        var readings = needs.readings(id);
        var onCards = floor.onCards(id);
        for (var permission : needs.permissions(id, readings)) {
            if (all || permission.username().equals(me)) {
                views.add(receiver(id, permission, readings, onCards));
            }
        }
        demonstrations.experts(id).stream()
                .filter(username -> all || username.equals(me))
                .flatMap(username -> people.person(username).stream())
                .map(this::expert)
                .forEach(views::add);
        return List.copyOf(views);
    }

    private AuthorityView expert(PersonView person) {
        var accepted = statements.accepted(person.username());
        return new AuthorityView(
                person.username(),
                person.name(),
                person.site(),
                Role.EXPERT,
                accepted ? new Answer(true, Why.FREE, null, null, null, null, null) : noStatement(),
                null,
                null,
                null,
                0,
                List.of());
    }

    private AuthorityView receiver(TransferId id, Permission permission, List<Reading> readings, Set<ItemId> onCards) {
        var who = permission.username();
        var review = statements.accepted(who) ? review(id, permission) : noStatement();
        var steps = steps(
                review.may(),
                readings.stream()
                        .filter(reading -> reading.username().equals(who))
                        .toList(),
                onCards);
        return new AuthorityView(
                who,
                permission.name(),
                permission.site(),
                Role.RECEIVER,
                null,
                review,
                review.may() ? byStep(id, steps.stream().map(Step::demonstrate).toList()) : review,
                byStep(
                        id,
                        steps.stream()
                                .filter(step -> step.use() != null)
                                .map(step -> Boolean.TRUE.equals(step.use()))
                                .toList()),
                uses.countByTransferIdAndUsedBy(id.value(), who),
                steps);
    }

    private static Answer review(TransferId id, Permission permission) {
        var briefing = "/transfers/" + id + "/briefing";
        var ended = permission.endedAt();
        if (!permission.may()) {
            return answer(false, ended == null ? Why.NOT_TRAINED : Why.TRAINING_ENDED, ended, null, briefing);
        }
        return permission.renew()
                ? answer(true, Why.ENDS_SOON, permission.since(), permission.until(), briefing)
                : answer(true, Why.TRAINED, permission.since(), permission.until(), null);
    }

    private static Answer byStep(TransferId id, List<Boolean> may) {
        int count = (int) may.stream().filter(each -> each).count();
        var why = may.isEmpty()
                ? Why.NOTHING_IN_FORCE
                : count == may.size() ? Why.ALL_READ : count == 0 ? Why.NOT_READ : Why.SOME_READ;
        return new Answer(
                count > 0,
                why,
                null,
                null,
                count,
                may.size(),
                count == may.size() ? null : "/transfers/" + id + "/readings");
    }

    private static List<Step> steps(boolean trained, List<Reading> mine, Set<ItemId> onCards) {
        var steps = new ArrayList<Step>();
        var byStep = mine.stream().collect(groupingBy(Reading::stepId, LinkedHashMap::new, toList()));
        byStep.forEach((step, texts) -> {
            var unread = texts.stream()
                    .filter(reading -> !reading.covered())
                    .sorted(Comparator.comparing(Reading::dueAt))
                    .toList();
            var onCard = texts.stream()
                    .filter(reading -> onCards.contains(reading.itemId()))
                    .toList();
            steps.add(new Step(
                    step,
                    texts.get(0).step(),
                    texts.size(),
                    onCard.size(),
                    trained && unread.isEmpty(),
                    onCard.isEmpty() ? null : onCard.stream().allMatch(Reading::covered),
                    unread));
        });
        return List.copyOf(steps);
    }

    private static Answer noStatement() {
        return answer(false, Why.NO_STATEMENT, null, null, "/statement");
    }

    private static Answer answer(
            boolean may, Why why, @Nullable Instant since, @Nullable Instant until, @Nullable String todo) {
        return new Answer(may, why, since, until, null, null, todo);
    }
}
