package dev.baton.review;

import dev.baton.capture.ItemHead;
import dev.baton.capture.LoneReaders;
import dev.baton.capture.OutsideRange;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Transfers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rounds from what was noted, and knows who may take which place in them. */
@Component
class Rounds implements LoneReaders {

    private final ReviewDecisions decisions;
    private final Triages triages;
    private final PeerNamings namings;
    private final ReviewAdditions additions;
    private final Transfers transfers;
    private final People people;

    Rounds(
            ReviewDecisions decisions,
            Triages triages,
            PeerNamings namings,
            ReviewAdditions additions,
            Transfers transfers,
            People people) {
        this.decisions = decisions;
        this.triages = triages;
        this.namings = namings;
        this.additions = additions;
        this.transfers = transfers;
        this.people = people;
    }

    /** The round of that version. */
    Round of(ItemHead item) {
        var id = item.itemId().value();
        Map<Stage, String> accepted = new EnumMap<>(Stage.class);
        for (var decision : decisions.findByItemIdAndItemVersion(id, item.version())) {
            if (decision.is(Decision.ACCEPT)) {
                accepted.put(decision.stage(), decision.decidedBy());
            }
        }
        triages.findByItemIdAndItemVersion(id, item.version())
                .ifPresent(triage -> accepted.put(Stage.TRIAGE, triage.triagedBy()));
        return new Round(
                item.version(),
                item.latestVersion(),
                item.state(),
                item.inRework(),
                isQualityFirst(item.outsideRange()),
                item.author(),
                named(item).map(PeerNaming::peer),
                accepted,
                item.helpers(),
                ReviewAdditions.asked(additions, id, item.version()));
    }

    Optional<PeerNaming> named(ItemHead item) {
        return namings.findFirstByItemIdAndItemVersionOrderByNamedAtDesc(
                item.itemId().value(), item.version());
    }

    /** Who holds the role for this stage at the right site, whatever else they did in this round. */
    List<String> candidates(ItemHead item, Stage stage) {
        var transfer = transfers.head(item.transferId());
        return switch (stage) {
            case PEER_REVIEW -> named(item)
                    .map(PeerNaming::peer)
                    .map(peer ->
                            person(peer).filter(PersonView::enabled).isPresent() ? List.of(peer) : List.<String>of())
                    .orElseGet(() -> members(item, Role.EXPERT, transfer.sendingSite()));
            case SECOND_PEER_REVIEW -> members(item, Role.EXPERT, transfer.sendingSite());
            case SPECIALIST_REVIEW -> specialists(item);
            case RECEIVER_REVIEW, SECOND_RECEIVER_REVIEW -> members(item, Role.RECEIVER, transfer.receivingSite());
            case SITE_QUALITY_REVIEW -> members(item, Role.QUALITY, transfer.receivingSite());
            case TRIAGE, APPROVAL -> members(item, Role.QUALITY, null);
        };
    }

    /** The candidates to whom no rule of the four people objects, and who leave somebody for every other place. */
    List<String> eligible(ItemHead item, Stage stage) {
        var round = of(item);
        return candidates(item, stage).stream()
                .filter(username -> FourPeoplePolicy.allows(round, stage, username))
                .filter(username -> isNotNeededElsewhere(item, round, stage, username))
                .toList();
    }

    /** Whether everybody who is still to say yes can be somebody else. */
    boolean canAllBeTaken(ItemHead item, Round round) {
        var open = EnumSet.of(Stage.PEER_REVIEW, Stage.RECEIVER_REVIEW, Stage.APPROVAL);
        open.addAll(round.asked());
        var mayTake = new EnumMap<Stage, List<String>>(Stage.class);
        open.stream()
                .filter(stage -> !round.isAccepted(stage))
                .forEach(stage -> mayTake.put(
                        stage,
                        candidates(item, stage).stream()
                                .filter(username -> FourPeoplePolicy.allows(round, stage, username))
                                .toList()));
        return Seats.canAllBeTaken(mayTake);
    }

    /** Four people are found as they always were; where more are asked for, nobody takes the last one's place. */
    boolean isNotNeededElsewhere(ItemHead item, Round round, Stage stage, String username) {
        return round.asked().isEmpty()
                || !canAllBeTaken(item, round)
                || canAllBeTaken(item, round.had(stage, username));
    }

    /** Whether that person has still to review this version: until then others' words on it are kept from them. */
    @Override
    public boolean isAlone(ItemHead item, String username) {
        var round = of(item);
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.isReview() && !round.isAccepted(stage))
                .filter(stage -> !stage.isAdditional() || round.asked().contains(stage))
                .anyMatch(stage -> eligible(item, stage).contains(username));
    }

    /**
     * Whom quality may name: members who are none of the other three, and without whom a receiver and an approver are
     * still left.
     */
    List<String> possiblePeers(ItemHead item) {
        var round = of(item);
        return transfers.team(item.transferId()).stream()
                .map(TeamMember::username)
                .distinct()
                .filter(username -> FourPeoplePolicy.allows(round, Stage.PEER_REVIEW, username))
                .filter(username -> leavesSomebody(item, round, Stage.RECEIVER_REVIEW, username))
                .filter(username -> leavesSomebody(item, round, Stage.APPROVAL, username))
                .filter(username -> person(username)
                        .filter(person -> person.enabled() && !person.is(Role.AUDITOR) && !person.is(Role.ADMIN))
                        .isPresent())
                .toList();
    }

    private boolean leavesSomebody(ItemHead item, Round round, Stage stage, String peer) {
        return candidates(item, stage).stream().anyMatch(other -> !other.equals(peer) && !round.isAuthorSide(other));
    }

    /** Experts of the team who are named on a step with the same unit operation. */
    private List<String> specialists(ItemHead item) {
        var operation = transfers.step(item.stepId()).unitOperation();
        var team = transfers.members(item.transferId(), Role.EXPERT);
        return transfers.steps(item.transferId()).stream()
                .filter(step -> step.unitOperation().equalsIgnoreCase(operation))
                .flatMap(step -> step.experts().stream())
                .distinct()
                .filter(team::contains)
                .toList();
    }

    private List<String> members(ItemHead item, Role role, @Nullable String site) {
        return transfers.members(item.transferId(), role).stream()
                .filter(username -> person(username)
                        .filter(person -> person.enabled()
                                && (site == null || person.site().equals(site)))
                        .isPresent())
                .toList();
    }

    /** Whether that person is on the item's team. */
    boolean isOfTeam(ItemHead item, String username) {
        return transfers.team(item.transferId()).stream()
                .anyMatch(member -> member.username().equals(username));
    }

    private Optional<PersonView> person(String username) {
        return people.person(username);
    }

    private static boolean isQualityFirst(@Nullable String code) {
        return Arrays.stream(OutsideRange.values())
                .anyMatch(answer -> answer.code().equals(code) && answer.needsQualityFirst());
    }
}
