package dev.baton.review;

import dev.baton.capture.Interview;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.OutsideRange;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Transfers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rounds from what was noted, and knows who may take which place in them. */
@Component
class Rounds {

    private final ReviewDecisions decisions;
    private final Triages triages;
    private final PeerNamings namings;
    private final Transfers transfers;
    private final People people;
    private final JdbcClient jdbc;

    Rounds(
            ReviewDecisions decisions,
            Triages triages,
            PeerNamings namings,
            Transfers transfers,
            People people,
            JdbcClient jdbc) {
        this.decisions = decisions;
        this.triages = triages;
        this.namings = namings;
        this.transfers = transfers;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** From here to the end of the transaction nobody else decides about this item: check and act are one. */
    void oneAtATime(ItemId item) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(item.value().getMostSignificantBits())
                .query((row, number) -> number)
                .list();
    }

    /** The round of the version that the view shows. */
    Round of(ItemView item) {
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
                isQualityFirst(item.content().outsideRange()),
                item.author(),
                named(item).map(PeerNaming::peer),
                accepted,
                Optional.ofNullable(item.content().interview()).map(Interview::interviewer));
    }

    Optional<PeerNaming> named(ItemView item) {
        return namings.findFirstByItemIdAndItemVersionOrderByNamedAtDesc(
                item.itemId().value(), item.version());
    }

    /** Who holds the role for this stage at the right site, whatever else they did in this round. */
    List<String> candidates(ItemView item, Stage stage) {
        var transfer = transfers.head(item.transferId());
        return switch (stage) {
            case PEER_REVIEW -> named(item)
                    .map(PeerNaming::peer)
                    .map(peer ->
                            person(peer).filter(PersonView::enabled).isPresent() ? List.of(peer) : List.<String>of())
                    .orElseGet(() -> members(item, Role.EXPERT, transfer.sendingSite()));
            case RECEIVER_REVIEW -> members(item, Role.RECEIVER, transfer.receivingSite());
            case TRIAGE, APPROVAL -> members(item, Role.QUALITY, null);
        };
    }

    /** The candidates to whom no rule of the four people objects. */
    List<String> eligible(ItemView item, Stage stage) {
        var round = of(item);
        return candidates(item, stage).stream()
                .filter(username -> FourPeoplePolicy.allows(round, stage, username))
                .toList();
    }

    /**
     * Whom quality may name: members who are none of the other three, and without whom a receiver and an approver are
     * still left.
     */
    List<String> possiblePeers(ItemView item) {
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

    private boolean leavesSomebody(ItemView item, Round round, Stage stage, String peer) {
        return candidates(item, stage).stream().anyMatch(other -> !other.equals(peer) && !round.isAuthorSide(other));
    }

    private List<String> members(ItemView item, Role role, @Nullable String site) {
        return transfers.members(item.transferId(), role).stream()
                .filter(username -> site == null
                        || person(username)
                                .filter(person -> person.site().equals(site))
                                .isPresent())
                .toList();
    }

    /** Whether that person is on the item's team. */
    boolean isOfTeam(ItemView item, String username) {
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
