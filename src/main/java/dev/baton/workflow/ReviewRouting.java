package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.review.Routing;
import dev.baton.review.Stage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Finds who reviews beyond the four people, one review each; the list is needed for this one move only. */
@Component
class ReviewRouting implements JavaDelegate {

    private final Routing routing;

    ReviewRouting(Routing routing) {
        this.routing = routing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var asked = routing.askFor(ItemId.of(execution.getProcessBusinessKey())).stream()
                .map(Stage::code)
                .toList();
        execution.setVariable(ItemReview.MORE_REVIEWERS, !asked.isEmpty());
        execution.setVariable(
                ItemReview.ADDITIONAL_REVIEWS,
                Variables.objectValue(asked, true).create());
    }
}
