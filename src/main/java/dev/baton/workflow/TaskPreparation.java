package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.WorkflowEvent.TaskOpened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives each new task its people, its due date and the few words on its card. */
@Component
class TaskPreparation implements TaskListener {

    private static final Duration DAYS_FOR_A_TASK = Duration.ofDays(7);

    private final Captures captures;
    private final Items items;
    private final Transfers transfers;
    private final TaskPeople people;
    private final Duties duties;
    private final Confidence confidence;
    private final HiddenLinks hidden;
    private final TaskAudience audience;
    private final ObjectProvider<HandingBack> handing;
    private final CardDays days;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskPreparation(
            Captures captures,
            Items items,
            Transfers transfers,
            TaskPeople people,
            Duties duties,
            Confidence confidence,
            HiddenLinks hidden,
            TaskAudience audience,
            ObjectProvider<HandingBack> handing,
            CardDays days,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.days = days;
        this.duties = duties;
        this.confidence = confidence;
        this.hidden = hidden;
        this.audience = audience;
        this.handing = handing;
        this.captures = captures;
        this.items = items;
        this.transfers = transfers;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var transfer = TransferId.of((String) task.getVariable(ProcessVariables.TRANSFER_ID));
        var duty = duties.drawnAs(task.getTaskDefinitionKey());
        if (duty.isPresent()) {
            var card = duty.get().card(task.getExecution().getProcessBusinessKey());
            task.addCandidateUsers(card.candidates());
            task.setAssignee(card.assignee());
            write(task, transfer, card.title(), card.dueAt());
            var people = card.assignee() == null ? card.candidates() : List.of(card.assignee());
            events.publishEvent(new TaskOpened(
                    transfer, task.getId(), duty.get().kind(), card.title(), card.stepId(), null, others(people)));
        } else {
            var step = StepId.of((String) task.getVariable(ProcessVariables.STEP_ID));
            var label = Objects.requireNonNull(transfers.labels(List.of(step)).get(step));
            var handed = hand(task, transfer);
            write(task, transfer, label, handed.due());
            var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
            var item = kind == TaskKind.CAPTURE
                    ? null
                    : ItemId.of(task.getExecution().getProcessBusinessKey());
            events.publishEvent(new TaskOpened(
                    transfer,
                    task.getId(),
                    kind.code(),
                    "",
                    step,
                    item,
                    audience.told(kind, item, others(handed.people()))));
        }
    }

    /** Whoever opened it by an act of theirs need not hear of it. */
    private static List<String> others(List<String> people) {
        var me = Acting.current().username();
        return people.stream().filter(username -> !username.equals(me)).toList();
    }

    /** When a task is due, and for whom it opened. */
    private record Handed(Instant due, List<String> people) {}

    private void write(DelegateTask task, TransferId transfer, String about, Instant due) {
        task.setDueDate(Date.from(due));
        task.setVariableLocal(
                ProcessVariables.CARD_TRANSFER, transfers.head(transfer).name());
        task.setVariableLocal(ProcessVariables.CARD_STEP, about);
        task.setVariableLocal(ProcessVariables.CARD_DUE, days.of(due, task.getAssignee()));
    }

    /** Finds the task's people; those of an item in confidence are kept from the engine. */
    private Handed hand(DelegateTask task, TransferId transfer) {
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        var key = task.getExecution().getProcessBusinessKey();
        var inAWeek = clock.instant().plus(DAYS_FOR_A_TASK);
        if (kind == TaskKind.CAPTURE) {
            var capture = captures.known(CaptureId.of(key));
            task.setAssignee(capture.expert());
            return new Handed(capture.dueAt(), List.of(capture.expert()));
        }
        var item = ItemId.of(key);
        if (kind == TaskKind.REWORK) {
            var author = items.head(item).author();
            if (confidence.isHeld(item)) {
                hidden.put(task.getId(), HiddenLinks.ASSIGNEE, List.of(author));
            } else {
                task.setAssignee(author);
            }
            return new Handed(inAWeek, List.of(author));
        }
        var candidates = people.candidates(kind, transfer, item);
        if (confidence.isHeld(item)) {
            hidden.put(task.getId(), HiddenLinks.CANDIDATE, candidates);
        } else {
            task.addCandidateUsers(candidates);
        }
        Deciding.prepared(task.getId());
        var asker = Deciding.returnTo();
        if (asker != null) {
            task.setAssignee(handing.getObject().insteadOf(asker, candidates));
        }
        return new Handed(inAWeek, task.getAssignee() == null ? candidates : List.of(task.getAssignee()));
    }
}
