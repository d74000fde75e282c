package dev.baton.review;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemHead;
import dev.baton.capture.ItemState;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who has reviewed a version and who has not yet, stage by stage. */
@Component
class ReviewStanding {

    private final Rounds rounds;
    private final Confidence confidence;
    private final People people;

    ReviewStanding(Rounds rounds, Confidence confidence, People people) {
        this.rounds = rounds;
        this.confidence = confidence;
        this.people = people;
    }

    /** The stages in their order: done by whom, or open to whom; of what was told in confidence only that it is open. */
    List<StageStanding> of(ItemHead item) {
        var round = rounds.of(item);
        return Arrays.stream(Stage.values())
                .filter(stage -> !stage.isAdditional() || round.asked().contains(stage))
                .map(stage -> {
                    var by = round.acceptedBy().get(stage);
                    return new StageStanding(
                            stage.code(), by != null, by != null ? List.of(name(by)) : mayBe(item, stage));
                })
                .toList();
    }

    /** Of several who may, whoever is missing would be the author: for a held item nobody is named. */
    private List<String> mayBe(ItemHead item, Stage stage) {
        var settled = item.state() == ItemState.WITHDRAWN || item.state() == ItemState.SUPERSEDED;
        if (settled || confidence.isHeld(item.itemId())) {
            return List.of();
        }
        return rounds.eligible(item, stage).stream().map(this::name).toList();
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
