package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<HandingBack> handing;
    private final Clock clock;

    TaskPreparation(
            Captures captures,
            Items items,
            Transfers transfers,
            TaskPeople people,
            Duties duties,
            Confidence confidence,
            HiddenLinks hidden,
            ObjectProvider<HandingBack> handing,
            Clock clock) {
        this.duties = duties;
        this.confidence = confidence;
        this.hidden = hidden;
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
        } else {
            var step = transfers.step(StepId.of((String) task.getVariable(ProcessVariables.STEP_ID)));
            write(task, transfer, step.number() + " " + step.name(), hand(task, transfer));
        }
    }

    private void write(DelegateTask task, TransferId transfer, String about, Instant due) {
        task.setDueDate(Date.from(due));
        task.setVariableLocal(
                ProcessVariables.CARD_TRANSFER, transfers.head(transfer).name());
        task.setVariableLocal(ProcessVariables.CARD_STEP, about);
        task.setVariableLocal(
                ProcessVariables.CARD_DUE,
                due.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** Finds the task's people; those of an item in confidence are kept from the engine. */
    private Instant hand(DelegateTask task, TransferId transfer) {
        var kind = TaskKind.ofDefinition(task.getTaskDefinitionKey());
        var key = task.getExecution().getProcessBusinessKey();
        var inAWeek = clock.instant().plus(DAYS_FOR_A_TASK);
        if (kind == TaskKind.CAPTURE) {
            var capture = captures.known(CaptureId.of(key));
            task.setAssignee(capture.expert());
            return capture.dueAt();
        }
        var item = ItemId.of(key);
        if (kind == TaskKind.REWORK) {
            var author = items.known(item).author();
            if (confidence.isHeld(item)) {
                hidden.put(task.getId(), HiddenLinks.ASSIGNEE, List.of(author));
            } else {
                task.setAssignee(author);
            }
            return inAWeek;
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
        return inAWeek;
    }
}
