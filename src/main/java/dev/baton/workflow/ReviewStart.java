package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts one review per submitted item, so that a question about one never holds up another. */
@Component
class ReviewStart implements JavaDelegate {

    private final Captures captures;
    private final ItemReviewProcess reviews;

    ReviewStart(Captures captures, ItemReviewProcess reviews) {
        this.captures = captures;
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var capture = captures.known(CaptureId.of(execution.getProcessBusinessKey()));
        var submissions = (String) execution.getVariable(KnowledgeCapture.SUBMISSIONS);
        if (!capture.state().equals(KnowledgeCapture.SUBMITTED) || submissions == null) {
            throw new ProcessEngineException("Nothing was submitted for capture " + capture.id());
        }
        var transfer = TransferId.of((String) execution.getVariable(ProcessVariables.TRANSFER_ID));
        var step = StepId.of((String) execution.getVariable(ProcessVariables.STEP_ID));
        for (var submission : submissions.split(" ", -1)) {
            var parts = submission.split("/", -1);
            reviews.begin(
                    transfer, step, ItemId.of(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
        }
    }
}
