package dev.baton.web.evaluation;

import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.review.EstablishedCondition;
import dev.baton.review.QuestionView;
import dev.baton.review.Reviews.Answer;
import dev.baton.transfer.StepId;
import dev.baton.web.evaluation.Story.Act;
import dev.baton.workflow.CompleteCommand;
import dev.baton.workflow.TaskDetail;
import dev.baton.workflow.TaskView;
import dev.baton.workflow.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks of the sample as the current demo person does them; a task that is not open any more is done. */
@Component
class TaskActs {

    private final Tasks tasks;
    private final Reauthentication reauthentication;

    TaskActs(Tasks tasks, Reauthentication reauthentication) {
        this.tasks = tasks;
        this.reauthentication = reauthentication;
    }

    void signNothingHidden(StepId step) {
        capture(step).ifPresent(task -> end(task, command(task.version(), "nothing-hidden")));
    }

    void draft(StepId step, ItemContent content) {
        capture(step)
                .filter(task -> task.version() == 0)
                .ifPresent(task -> tasks.saveDraft(task.task().taskId(), task.version(), List.of(content)));
    }

    void submit(StepId step, ItemContent content, Story story) {
        if (story.unasked() && capture(step).isEmpty()) {
            tasks.beginCapture(step);
        }
        capture(step).ifPresent(task -> {
            if (story.confidence()) {
                tasks.confide(task.task().taskId(), true);
            }
            var saved = tasks.saveDraft(task.task().taskId(), task.version(), List.of(content));
            end(task, command(saved.version(), "submit"));
        });
    }

    /** The next version of an item that the author has back. */
    void rework(ItemId item, Act act, ItemContent content) {
        open(item, act).ifPresent(task -> {
            var same = content.of(item);
            var saved = tasks.saveDraft(task.task().taskId(), task.version(), List.of(same));
            end(task, command(saved.version(), act, task.questions()));
        });
    }

    /** A decision, or an answer without a change. */
    void complete(ItemId item, Act act) {
        open(item, act)
                .filter(task -> task.questions().stream()
                        .noneMatch(question -> question.text().equals(act.comment())))
                .ifPresent(task -> end(task, command(task.version(), act, task.questions())));
    }

    private Optional<TaskDetail> capture(StepId step) {
        return mine(task -> step.equals(task.stepId()) && task.kind().equals("capture"));
    }

    private Optional<TaskDetail> open(ItemId item, Act act) {
        return mine(task -> item.equals(task.itemId()) && task.kind().equals(act.kind()))
                .filter(task -> Objects.requireNonNull(task.item()).version() == act.about());
    }

    private Optional<TaskDetail> mine(Predicate<TaskView> wanted) {
        return tasks.mine().stream().filter(wanted).findFirst().map(task -> tasks.detail(task.taskId()));
    }

    private void end(TaskDetail task, CompleteCommand command) {
        var taskId = task.task().taskId();
        var proof = tasks.check(taskId, command)
                ? reauthentication.prove(Acting.current().username(), DemoPeople.PASSWORD)
                : null;
        tasks.complete(taskId, command, proof);
    }

    private static CompleteCommand command(long version, String decision) {
        return new CompleteCommand(version, decision, null, null, null, null, null);
    }

    private static CompleteCommand command(long version, Act act, List<QuestionView> questions) {
        return new CompleteCommand(
                version,
                act.decision(),
                act.comment(),
                act.triage(),
                act.reference(),
                null,
                answers(act, questions),
                null,
                null,
                act.category() == null ? null : new EstablishedCondition(act.condition(), act.category()));
    }

    private static @Nullable List<Answer> answers(Act act, List<QuestionView> questions) {
        var text = act.answer();
        return text == null
                ? null
                : questions.stream()
                        .filter(question -> question.answer() == null)
                        .map(question -> new Answer(question.id(), text))
                        .toList();
    }
}
