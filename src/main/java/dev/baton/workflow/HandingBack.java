package dev.baton.workflow;

import dev.baton.capture.Confidence;
import dev.baton.identity.Absences;
import dev.baton.identity.PresenceEvent;
import dev.baton.identity.PresenceEvent.Away;
import dev.baton.identity.PresenceEvent.Returned;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives back what somebody has taken and cannot do: a review goes to who stands in, if the rules of the four people allow
 * them this one, else to everybody who may take it. What is a person's own to tell stays theirs until the lead asks
 * another expert; the lead is told of both.
 */
@Component
class HandingBack {

    private final TaskDirectory directory;
    private final TaskPeople people;
    private final Transfers transfers;
    private final Confidence confidence;
    private final Absences absences;
    private final Engine engine;
    private final ApplicationEventPublisher events;

    HandingBack(
            TaskDirectory directory,
            TaskPeople people,
            Transfers transfers,
            Confidence confidence,
            Absences absences,
            Engine engine,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.people = people;
        this.transfers = transfers;
        this.confidence = confidence;
        this.absences = absences;
        this.engine = engine;
        this.events = events;
    }

    @EventListener
    void on(PresenceEvent event) {
        if (!(event instanceof Returned)) {
            giveBack(event);
        }
        if (!(event instanceof Away)) {
            // Who is left for a review depends on whose accounts are open.
            transfers.ofMember(event.username()).forEach(people::refreshAll);
        }
    }

    private void giveBack(PresenceEvent event) {
        var delegate = event instanceof Away away ? away.delegate() : null;
        directory.of(event.username()).stream()
                .filter(task -> task.isOf(event.username()))
                .collect(Collectors.groupingBy(TaskContext::transferId))
                .forEach((transfer, tasks) -> giveBack(event.username(), delegate, transfer, tasks));
    }

    /** Who gets a review that was to return to somebody: that person, or who stands in for them, or nobody yet. */
    @Nullable
    String insteadOf(String username, List<String> candidates) {
        var absence = absences.today(username);
        if (absence.isEmpty()) {
            return username;
        }
        var delegate = absence.get().delegate();
        return delegate != null && candidates.contains(delegate) ? delegate : null;
    }

    private void giveBack(String username, @Nullable String delegate, TransferId transfer, List<TaskContext> tasks) {
        var reviews = tasks.stream().filter(task -> !task.kind().hasDraft()).toList();
        var handed = 0;
        for (var task : reviews) {
            var to = delegate != null
                            && people.candidates(task.kind(), transfer, task.itemId())
                                    .contains(delegate)
                    ? delegate
                    : null;
            handed += to == null ? 0 : 1;
            engine.asSystem(() -> engine.tasks().setAssignee(task.taskId(), to));
        }
        // That an item in confidence waits for this person would tell who wrote it.
        var waiting = tasks.stream()
                .filter(task -> task.kind() == TaskKind.CAPTURE
                        || (task.kind() == TaskKind.REWORK && !confidence.isHeld(task.itemId())))
                .count();
        if (reviews.size() + waiting > 0) {
            events.publishEvent(new TasksReturned(
                    transfer,
                    username,
                    delegate,
                    reviews.size(),
                    handed,
                    (int) waiting,
                    transfers.members(transfer, Role.TRANSFER_LEAD)));
        }
    }
}
