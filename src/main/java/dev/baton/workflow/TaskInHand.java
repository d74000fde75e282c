package dev.baton.workflow;

import dev.baton.capture.ItemId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks on the thread which task is being ended by whoever decides about it. Its process is held already, so nobody
 * looks for it again; where nobody had taken the task, taking it and ending it are one move of the engine.
 */
final class TaskInHand {

    private static final ThreadLocal<@Nullable TaskInHand> CURRENT = new ThreadLocal<>();

    private final TaskContext task;
    private final @Nullable String taker;
    private boolean ended;

    private TaskInHand(TaskContext task, @Nullable String taker) {
        this.task = task;
        this.taker = taker;
    }

    /**
     * Decides about the task.
     *
     * @param taker who takes it first, or null where it is taken
     */
    static <T> T during(TaskContext task, @Nullable String taker, Supplier<T> decision) {
        var before = CURRENT.get();
        CURRENT.set(new TaskInHand(task, taker));
        try {
            return decision.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** The process instance of this record, as long as the task in hand is its, or empty. */
    static Optional<String> instance(String processKey, String businessKey) {
        return current()
                .map(inHand -> inHand.task)
                .filter(task -> task.kind().processKey().equals(processKey)
                        && task.key().equals(businessKey))
                .map(TaskContext::processInstanceId);
    }

    /** The task in hand, if it is that one, which ends now; from here on nothing is in hand. */
    static Optional<TaskInHand> toEnd(String processInstanceId, String definitionKey) {
        var found = current()
                .filter(inHand -> inHand.task.processInstanceId().equals(processInstanceId)
                        && inHand.task.definitionKey().equals(definitionKey));
        found.ifPresent(inHand -> inHand.ended = true);
        return found;
    }

    /** Whether that task is taken as it ends, which the trail has told already. */
    static boolean isTaking(String taskId) {
        var inHand = CURRENT.get();
        return inHand != null && inHand.taker != null && inHand.task.taskId().equals(taskId);
    }

    /** The item that this person takes a task about, or empty. */
    static Optional<ItemId> takenBy(String username) {
        return current()
                .filter(inHand -> username.equals(inHand.taker))
                .flatMap(inHand -> Optional.ofNullable(inHand.task.itemOrNull()));
    }

    String taskId() {
        return task.taskId();
    }

    @Nullable
    String taker() {
        return taker;
    }

    private static Optional<TaskInHand> current() {
        return Optional.ofNullable(CURRENT.get()).filter(inHand -> !inHand.ended);
    }
}
