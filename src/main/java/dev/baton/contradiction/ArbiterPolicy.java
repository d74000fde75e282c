package dev.baton.contradiction;

import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.contradiction.Contradiction.Pair;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.review.Reviews;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Transfers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The arbiter is a third person: of the team, free to see both voices, who wrote or reviewed neither of them. */
@Component
class ArbiterPolicy {

    private final Items items;
    private final Reviews reviews;
    private final Transfers transfers;
    private final People people;

    ArbiterPolicy(Items items, Reviews reviews, Transfers transfers, People people) {
        this.items = items;
        this.reviews = reviews;
        this.transfers = transfers;
        this.people = people;
    }

    /** User names of everybody who may arbitrate between these two. */
    List<String> possible(Pair pair) {
        var parties = parties(pair);
        return transfers.team(pair.transferId()).stream()
                .map(TeamMember::username)
                .distinct()
                .filter(username -> !parties.contains(username))
                .filter(username -> mayRead(username, pair))
                .toList();
    }

    /** What stands in the way of this person, or empty. */
    Optional<Fault> objection(Pair pair, String username) {
        if (parties(pair).contains(username)) {
            return Optional.of(Fault.of("arbiter", "contradiction.arbiter.party", username));
        }
        return possible(pair).contains(username)
                ? Optional.empty()
                : Optional.of(Fault.of("arbiter", "contradiction.arbiter.not-possible", username));
    }

    private Set<String> parties(Pair pair) {
        var parties = new HashSet<String>();
        for (var item : List.of(pair.first(), pair.second())) {
            for (int version = 1; version <= item.latestVersion(); version++) {
                var view = items.known(item.itemId(), version);
                parties.add(view.author());
                parties.addAll(view.content().helpers());
            }
            parties.addAll(reviews.reviewersOf(item.itemId()));
        }
        return parties;
    }

    private boolean mayRead(String username, Pair pair) {
        return people.person(username)
                .filter(PersonView::enabled)
                .filter(person -> !person.is(Role.AUDITOR) && !person.is(Role.ADMIN))
                .filter(person -> sees(person, pair.first().itemId())
                        && sees(person, pair.second().itemId()))
                .isPresent();
    }

    private boolean sees(PersonView person, ItemId item) {
        return items.maySee(item, person);
    }
}
