package dev.baton.workflow;

import dev.baton.review.ReviewRoute;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code review-route} who reviews an item beyond the four people. */
@Component
class RouteDecision implements ReviewRoute {

    static final String KEY = "review-route";

    private final Engine engine;

    RouteDecision(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> beyondFourPeople(Situation situation) {
        var variables = Variables.createVariables()
                .putValue("critical", situation.critical())
                .putValue("risk", situation.risk())
                .putValue("category", situation.category())
                .putValue("kind", situation.kind());
        return engine.asSystem(() -> engine.decisions().evaluateDecisionTableByKey(KEY, variables).stream()
                .map(result -> String.valueOf(result.<Object>getEntry("reviewer")))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
