package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.review.Reviews;
import dev.baton.review.Routing;
import dev.baton.review.Stage;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Looks at the record again before a step begins: a process that was moved past the guard of its tasks gets nowhere.
 */
@Component
@SuppressWarnings("StatementSwitchToExpressionSwitch")
class RecordCheck implements ExecutionListener {

    private final Captures captures;
    private final Items items;
    private final Reviews reviews;
    private final Routing routing;
    private final Duties duties;

    RecordCheck(Captures captures, Items items, Reviews reviews, Routing routing, Duties duties) {
        this.duties = duties;
        this.routing = routing;
        this.captures = captures;
        this.items = items;
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var activity = execution.getCurrentActivityId();
        if (!holds(activity, execution)) {
            throw new ProcessEngineException(
                    "The record " + execution.getProcessBusinessKey() + " is not where " + activity + " begins.");
        }
    }

    private boolean holds(String activity, DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var process = execution.getProcessDefinitionId();
        var done = duties.areDone(process.substring(0, process.indexOf(':')), key);
        if (done.isPresent()) {
            return done.get();
        }
        switch (activity) {
            case KnowledgeCapture.EVENT_NOTHING_HIDDEN:
                return captures.known(CaptureId.of(key)).state().equals(KnowledgeCapture.NOTHING_HIDDEN);
            case KnowledgeCapture.EVENT_PASSED_ON:
                return captures.known(CaptureId.of(key)).state().equals(KnowledgeCapture.PASSED_ON);
            default:
                return holds(activity, ItemId.of(key), (Integer) execution.getVariable(ItemReview.VERSION));
        }
    }

    private boolean holds(String activity, ItemId id, int version) {
        var item = items.head(id);
        switch (activity) {
            case ItemReview.TASK_NAME_PEER, ItemReview.TASK_PEER, ItemReview.TASK_TRIAGE:
                return item.version() == version && item.state().isInReview();
            case ItemReview.TASK_SECOND_PEER,
                    ItemReview.TASK_SPECIALIST,
                    ItemReview.TASK_SECOND_RECEIVER,
                    ItemReview.TASK_SITE_QUALITY:
                return item.version() == version
                        && item.state().isInReview()
                        && TaskKind.ofDefinition(activity)
                                .stage()
                                .filter(routing.askedFor(id, version)::contains)
                                .isPresent();
            case ItemReview.TASK_RECEIVER:
                return reviews.isDone(id, version, Stage.PEER_REVIEW);
            case ItemReview.TASK_APPROVE:
                return reviews.isDone(id, version, Stage.PEER_REVIEW)
                        && reviews.isDone(id, version, Stage.RECEIVER_REVIEW)
                        && reviews.isDone(id, version, Stage.TRIAGE)
                        && routing.askedFor(id, version).stream().allMatch(stage -> reviews.isDone(id, version, stage));
            case "Event_VersionApproved", "Event_ItemApproved":
                return reviews.isDone(id, version, Stage.APPROVAL);
            case "Event_ItemWithdrawn":
                return item.state() == ItemState.WITHDRAWN;
            case "Event_WithdrawnByAuthor":
                return !item.inRework();
            case ItemReview.TASK_ANSWER, ItemReview.TASK_REVISE:
                return item.inRework();
            case "Event_RoundOver":
                return !item.inRework() && item.version() == version;
            default:
                return false;
        }
    }
}
