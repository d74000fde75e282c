package dev.baton.notification;

import dev.baton.capture.CaptureEvent.DueBroughtForward;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskAudience;
import dev.baton.workflow.TasksReturned;
import dev.baton.workflow.WorkflowEvent.TaskEscalated;
import dev.baton.workflow.WorkflowEvent.TaskReminderDue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Reminds people of a task that waits, and asks the lead to help when it waits for too long. */
@Component
class TaskNews {

    private final NoticeBoard board;
    private final Names names;
    private final TaskWords words;
    private final TaskAudience audience;
    private final Transfers transfers;
    private final Clock clock;

    TaskNews(NoticeBoard board, Names names, TaskWords words, TaskAudience audience, Transfers transfers, Clock clock) {
        this.transfers = transfers;
        this.audience = audience;
        this.board = board;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TaskReminderDue event) {
        for (var person : audience.of(event)) {
            var item = words.knownTo(person, event.itemId());
            var news = new News(
                    "reminder",
                    "reminder:" + event.taskId() + ":" + LocalDate.now(clock),
                    "/tasks/" + event.taskId(),
                    List.of(TaskWords.kind(event.kind()), words.about(event.about(), item, event.stepId())));
            board.post(List.of(person), news.about(event.itemId()).askingFor(event.taskId()));
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
                                List.of(
                                        TaskWords.kind(event.kind()),
                                        words.about(event.about(), event.itemId(), event.stepId()),
                                        waitingFor))
                        .about(event.itemId()));
    }

    /** Both the expert and the lead hear that tasks moved, whoever of them said when the expert leaves: neither moved them. */
    @ApplicationModuleListener
    void on(DueBroughtForward event) {
        var transfer = transfers.known(event.transferId());
        var number = String.valueOf(event.requests().size());
        var first = event.requests().get(0);
        var source = ":" + first.captureId() + ":" + first.dueAt();
        board.post(
                List.of(event.expert()),
                new News("due-earlier", "due-earlier" + source, "/", List.of(number, transfer.name())));
        board.post(
                transfers.members(event.transferId(), Role.TRANSFER_LEAD).stream()
                        .filter(lead -> !lead.equals(event.expert()))
                        .toList(),
                new News(
                        "due-earlier-of",
                        "due-earlier-of" + source,
                        "/transfers/" + event.transferId(),
                        List.of(names.of(event.expert()), number, transfer.name())));
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
}
