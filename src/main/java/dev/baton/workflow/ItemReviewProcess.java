package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.review.Decision;
import dev.baton.review.Stage;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Moves {@code item-review}. */
@Component
class ItemReviewProcess {

    private final Engine engine;
    private final TaskPeople people;

    ItemReviewProcess(Engine engine, TaskPeople people) {
        this.engine = engine;
        this.people = people;
    }

    /** The first version of an item was signed. */
    void begin(TransferId transfer, StepId step, ItemId item, int version, boolean qualityFirst) {
        engine.start(ItemReview.KEY, item.toString(), variables(transfer, step, version, qualityFirst));
    }

    /** The author side begins the next version of an effective item. */
    void beginRevision(TransferId transfer, StepId step, ItemId item, int version) {
        engine.asSystem(() -> engine.runtime()
                .createMessageCorrelation(ItemReview.REVISION_BEGUN)
                .processInstanceBusinessKey(item.toString())
                .setVariables(variables(transfer, step, version, false))
                .correlateStartMessage());
    }

    /** Somebody accepted, asked or refused at a stage. */
    void decided(ItemId item, Stage stage, Decision decision) {
        move(item, instance -> {
            engine.complete(
                    instance,
                    TaskKind.ofStage(stage).definitionKey(),
                    Map.of(ProcessVariables.OUTCOME, decision.code()));
            if (decision == Decision.ASK
                    && engine.task(instance, ItemReview.TASK_ANSWER).isEmpty()) {
                engine.tell(instance, ItemReview.QUESTION_ASKED, Map.of());
            }
            if (stage == Stage.TRIAGE && decision == Decision.ACCEPT) {
                engine.tell(instance, ItemReview.TRIAGE_FINISHED, Map.of());
            }
            people.refresh(instance, item);
        });
    }

    /** Quality named the peer. */
    void peerNamed(ItemId item) {
        move(item, instance -> {
            engine.complete(instance, ItemReview.TASK_NAME_PEER, Map.of());
            people.refresh(instance, item);
        });
    }

    /** The author answered without a change: the stage goes on with the person who asked. */
    void answered(ItemId item, Stage stage, String asker) {
        var message = ItemReview.answered(stage);
        engine.instance(ItemReview.KEY, item.toString()).ifPresent(instance -> {
            Deciding.about(instance, () -> {
                engine.complete(instance, ItemReview.TASK_ANSWER, Map.of());
                // A question about an effective version that was answered without a next one.
                engine.complete(
                        instance, ItemReview.TASK_REVISE, Map.of(ProcessVariables.OUTCOME, ItemReview.WITHDRAWN));
            });
            Deciding.about(instance, asker, () -> engine.tell(instance, message, Map.of()));
        });
    }

    /** The author signed the next version: the round, if one is open, is over and the next one begins. */
    void revised(ItemId item, int version, boolean qualityFirst) {
        Map<String, Object> next = Map.of(
                ItemReview.VERSION, version,
                ItemReview.QUALITY_FIRST, qualityFirst,
                ProcessVariables.OUTCOME, ItemReview.REVISED);
        move(item, instance -> {
            if (engine.task(instance, ItemReview.TASK_REVISE).isPresent()) {
                engine.complete(instance, ItemReview.TASK_REVISE, next);
            } else {
                engine.complete(instance, ItemReview.TASK_ANSWER, Map.of());
                engine.tell(instance, ItemReview.NEXT_VERSION_SIGNED, next);
            }
        });
    }

    /** The item was withdrawn, by its author in rework or by quality at any time. */
    void withdrawn(ItemId item) {
        move(item, instance -> {
            if (engine.task(instance, ItemReview.TASK_REVISE).isPresent()) {
                engine.complete(
                        instance, ItemReview.TASK_REVISE, Map.of(ProcessVariables.OUTCOME, ItemReview.WITHDRAWN));
            } else {
                engine.tell(instance, ItemReview.WITHDRAWAL_SIGNED, Map.of());
            }
        });
    }

    /** Its author stepped out of confidence: the people of its open tasks need not be hidden any more. */
    void steppedOut(ItemId item) {
        engine.instance(ItemReview.KEY, item.toString()).ifPresent(instance -> people.disclose(instance, item));
    }

    private void move(ItemId item, Consumer<String> how) {
        engine.instance(ItemReview.KEY, item.toString())
                .ifPresent(instance -> Deciding.about(instance, () -> how.accept(instance)));
    }

    private static Map<String, Object> variables(TransferId transfer, StepId step, int version, boolean qualityFirst) {
        return Map.of(
                ProcessVariables.TRANSFER_ID,
                transfer.toString(),
                ProcessVariables.STEP_ID,
                step.toString(),
                ItemReview.VERSION,
                version,
                ItemReview.QUALITY_FIRST,
                qualityFirst);
    }
}
