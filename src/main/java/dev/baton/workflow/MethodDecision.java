package dev.baton.workflow;

import dev.baton.capture.MethodChoice;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code elicitation-method} with which method an expert is asked about a step. */
@Component
class MethodDecision implements MethodChoice {

    static final String KEY = "elicitation-method";

    private static final int NO_DATE = 99_999;

    private final Engine engine;

    MethodDecision(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> choose(Situation situation) {
        var days = situation.daysToLeaving();
        var variables = Variables.createVariables()
                .putValue("critical", situation.critical())
                .putValue("unitOperation", situation.unitOperation())
                .putValue("experts", situation.experts())
                .putValue("daysToLeaving", days == null ? NO_DATE : days)
                .putValue("earlierItems", situation.earlierItems());
        return engine.asSystem(() -> {
            var results = engine.decisions().evaluateDecisionTableByKey(KEY, variables);
            return results.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(results.getSingleResult().getEntry("method"));
        });
    }
}
