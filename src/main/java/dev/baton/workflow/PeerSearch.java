package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.review.Reviews;
import dev.baton.review.Stage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Answers the diagram's question "Is there a peer?". */
@Component
class PeerSearch implements ExecutionListener {

    private final Reviews reviews;

    PeerSearch(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var item = ItemId.of(execution.getProcessBusinessKey());
        var found = !reviews.eligible(item, Stage.PEER_REVIEW).isEmpty();
        execution.setVariable(ItemReview.PEER_FOUND, found);
    }
}
