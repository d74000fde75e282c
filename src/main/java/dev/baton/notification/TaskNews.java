package dev.baton.notification;

import dev.baton.capture.ItemId;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TasksReturned;
import dev.baton.workflow.WorkflowEvent.TaskEscalated;
import dev.baton.workflow.WorkflowEvent.TaskReminderDue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Reminds people of a task that waits, and asks the lead to help when it waits for too long. */
@Component
class TaskNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;
    private final MessageSource messages;
    private final Clock clock;

    TaskNews(NoticeBoard board, Names names, Transfers transfers, MessageSource messages, Clock clock) {
        this.board = board;
        this.names = names;
        this.transfers = transfers;
        this.messages = messages;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TaskReminderDue event) {
        for (var person : event.people()) {
            // Whoever is to tell first is reminded of the step, not of what a colleague called it.
            var item = event.itemId() != null && names.mayKnow(event.itemId(), person) ? event.itemId() : null;
            board.post(
                    List.of(person),
                    new News(
                            "reminder",
                            "reminder:" + event.taskId() + ":" + LocalDate.now(clock),
                            "/tasks/" + event.taskId(),
                            List.of(kind(event.kind()), about(event.about(), item, event.stepId()))));
        }
    }

    @ApplicationModuleListener
    void on(TaskEscalated event) {
        var waitingFor = names.waitedFor(event.itemId(), event.people());
        board.post(
                event.leads(),
                new News(
                        "escalation",
                        "escalation:" + event.taskId() + ":" + LocalDate.now(clock),
                        "/transfers/" + event.transferId(),
                        List.of(kind(event.kind()), about(event.about(), event.itemId(), event.stepId()), waitingFor)));
    }

    /** The lead hears that somebody's tasks were given back, and what waits for a decision of theirs. */
    @ApplicationModuleListener
    void on(TasksReturned event) {
        board.post(
                event.leads(),
                new News(
                        "tasks-returned",
                        "tasks-returned:" + event.transferId() + ":" + event.username() + ":" + LocalDate.now(clock),
                        "/transfers/" + event.transferId(),
                        List.of(
                                names.of(event.username()),
                                String.valueOf(event.returned()),
                                String.valueOf(event.handed()),
                                String.valueOf(event.waiting()))));
    }

    private String kind(String code) {
        return messages.getMessage("notice.task." + code, null, code, Locale.ENGLISH);
    }

    private String about(String about, @Nullable ItemId item, @Nullable StepId stepId) {
        if (stepId == null || !about.isEmpty()) {
            return about;
        }
        if (item != null) {
            return names.title(item);
        }
        var step = transfers.step(stepId);
        return step.number() + " " + step.name();
    }
}
