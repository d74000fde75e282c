package dev.baton.workflow;

import dev.baton.capture.CaptureEvent.CaptureRequested;
import dev.baton.capture.CaptureEvent.Submission;
import dev.baton.capture.CaptureId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Moves {@code knowledge-capture}. */
@Component
class KnowledgeCaptureProcess {

    private static final Duration REMIND_BEFORE = Duration.ofDays(1);
    private static final Duration ESCALATE_AFTER = Duration.ofDays(14);

    private final Engine engine;
    private final CardDays days;
    private final Clock clock;

    KnowledgeCaptureProcess(Engine engine, CardDays days, Clock clock) {
        this.engine = engine;
        this.days = days;
        this.clock = clock;
    }

    /** An expert is asked; reminded the day before it is due and weekly after, three times in all. */
    void begin(CaptureRequested asked) {
        var firstReminder = firstReminder(asked.dueAt());
        engine.start(
                KnowledgeCapture.KEY,
                asked.captureId().toString(),
                Map.of(
                        ProcessVariables.TRANSFER_ID, asked.transferId().toString(),
                        ProcessVariables.STEP_ID, asked.stepId().toString(),
                        // The engine counts repeats after the first time.
                        KnowledgeCapture.REMIND_CYCLE, "R2/" + firstReminder.truncatedTo(ChronoUnit.SECONDS) + "/P7D",
                        KnowledgeCapture.ESCALATE_AT, Date.from(asked.dueAt().plus(ESCALATE_AFTER))));
    }

    /** It is due earlier: the task, its card, its reminders and the lead being asked to help move with it. */
    void dueEarlier(CaptureId capture, Instant dueAt) {
        engine.instance(KnowledgeCapture.KEY, capture.toString())
                .ifPresent(instance -> engine.asSystem(() -> {
                    engine.task(instance, KnowledgeCapture.TASK_CAPTURE).ifPresent(task -> {
                        task.setDueDate(Date.from(dueAt));
                        engine.tasks().saveTask(task);
                        engine.tasks()
                                .setVariableLocal(
                                        task.getId(), ProcessVariables.CARD_DUE, days.of(dueAt, task.getAssignee()));
                    });
                    earlier(instance, KnowledgeCapture.EVENT_DUE_SOON, firstReminder(dueAt));
                    earlier(instance, KnowledgeCapture.EVENT_OVERDUE, dueAt.plus(ESCALATE_AFTER));
                }));
    }

    /** Those that follow a timer move as far as it does. */
    private void earlier(String instance, String event, Instant at) {
        engine.jobs().createJobQuery().processInstanceId(instance).activityId(event).timers().list().stream()
                .filter(timer -> timer.getDuedate().toInstant().isAfter(at))
                .forEach(timer -> engine.jobs().setJobDuedate(timer.getId(), Date.from(at), true));
    }

    /** The expert submitted items. */
    void submitted(CaptureId capture, List<Submission> items) {
        var text = String.join(
                " ",
                items.stream()
                        .map(item -> item.itemId() + "/" + item.version() + "/" + item.qualityFirst())
                        .toList());
        end(
                capture,
                Variables.createVariables()
                        .putValue(ProcessVariables.OUTCOME, KnowledgeCapture.SUBMITTED)
                        .putValueTyped(KnowledgeCapture.SUBMISSIONS, Variables.stringValue(text, true)));
    }

    /** The expert signed that nothing is hidden. */
    void nothingHidden(CaptureId capture) {
        end(capture, Map.of(ProcessVariables.OUTCOME, KnowledgeCapture.NOTHING_HIDDEN));
    }

    /** Somebody else is asked instead. */
    void passedOn(CaptureId capture) {
        end(capture, Map.of(ProcessVariables.OUTCOME, KnowledgeCapture.PASSED_ON));
    }

    private void end(CaptureId capture, Map<String, Object> variables) {
        engine.instance(KnowledgeCapture.KEY, capture.toString())
                .ifPresent(instance -> Deciding.about(
                        instance, () -> engine.complete(instance, KnowledgeCapture.TASK_CAPTURE, variables)));
    }

    private Instant firstReminder(Instant dueAt) {
        return later(dueAt.minus(REMIND_BEFORE), clock.instant().plus(REMIND_BEFORE));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
