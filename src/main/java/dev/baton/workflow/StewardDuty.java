package dev.baton.workflow;

import dev.baton.recognition.Stewardship;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Somebody takes a step that another has let go of, or says that they cannot. */
@Component
class StewardDuty implements Duty {

    private static final Duration TIME_TO_TAKE = Duration.ofDays(14);

    private final ObjectProvider<Stewardship> stewardship;

    StewardDuty(ObjectProvider<Stewardship> stewardship) {
        this.stewardship = stewardship;
    }

    @Override
    public String kind() {
        return "step-taking";
    }

    @Override
    public String processKey() {
        return Stewarding.KEY;
    }

    @Override
    public String definitionKey() {
        return Stewarding.TASK_TAKE;
    }

    @Override
    public String page(String key) {
        return "/steps/" + stewardship.getObject().known(UUID.fromString(key)).stepId() + "/people";
    }

    @Override
    public Card card(String key) {
        var offer = stewardship.getObject().known(UUID.fromString(key));
        return new Card(
                offer.transferId(),
                offer.stepId(),
                offer.step(),
                offer.offeredAt().plus(TIME_TO_TAKE),
                offer.to(),
                List.of(offer.to()));
    }

    @Override
    public boolean isDone(String key) {
        return !stewardship.getObject().isWaiting(UUID.fromString(key));
    }

    @Override
    public Set<String> waiting() {
        return stewardship.getObject().waiting().stream().map(UUID::toString).collect(Collectors.toSet());
    }
}
