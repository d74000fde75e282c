package dev.baton.capture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.baton.capture.CaptureEvent.DueBroughtForward;
import dev.baton.capture.CaptureEvent.EarlierDue;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferEvent.LeavingPlanned;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings what an expert is asked before their last day, once it is known after the start of a transfer. What is due in time
 * stays as it is, and nothing is put off again when they stay after all: they may have planned by it.
 */
@Component
class DueBeforeLeaving {

    private final CaptureRequests requests;
    private final CaptureOpening opening;
    private final Transfers transfers;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    DueBeforeLeaving(
            CaptureRequests requests,
            CaptureOpening opening,
            Transfers transfers,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.opening = opening;
        this.transfers = transfers;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    void on(LeavingPlanned planned) {
        opening.lastDay(planned.username(), planned.transferId()).ifPresent(lastDay -> bringForward(planned, lastDay));
    }

    private void bringForward(LeavingPlanned planned, LocalDate lastDay) {
        var expert = planned.username();
        var now = clock.instant();
        var zone = opening.zone(expert);
        var late = requests.findLocked(planned.transferId().value(), expert, CaptureRequest.OPEN).stream()
                .filter(request -> DueDates.isTooLate(request.dueAt(), now, zone, lastDay))
                .collect(groupingBy(CaptureRequest::stepId, toCollection(ArrayDeque::new)));
        if (late.isEmpty()) {
            return;
        }
        var dues = DueDates.spread(steps(planned, late), others(expert, late), now, zone, lastDay);
        var earlier = new ArrayList<EarlierDue>();
        Acting.because(messages.getMessage("capture.due-before-leaving", null, Locale.ENGLISH), () -> {
            for (var due : dues) {
                var request = Objects.requireNonNull(late.get(due.step().id())).removeFirst();
                requests.save(request.dueEarlier(due.at()));
                earlier.add(new EarlierDue(request.id(), request.dueAt()));
            }
            requests.flush();
            return earlier;
        });
        events.publishEvent(new DueBroughtForward(planned.transferId(), expert, List.copyOf(earlier)));
    }

    /** The step of each late request: as often as it is asked about. */
    private List<StepView> steps(LeavingPlanned planned, Map<StepId, ? extends Deque<CaptureRequest>> late) {
        Map<StepId, StepView> known = transfers.steps(planned.transferId()).stream()
                .collect(Collectors.toMap(StepView::id, Function.identity()));
        var steps = new ArrayList<StepView>();
        late.forEach((step, asked) -> asked.forEach(request -> steps.add(Objects.requireNonNull(known.get(step)))));
        return steps;
    }

    private List<Instant> others(String expert, Map<StepId, ? extends Deque<CaptureRequest>> late) {
        return requests.findByExpertAndStateOrderByDueAt(expert, CaptureRequest.OPEN).stream()
                .filter(request -> late.values().stream().noneMatch(asked -> asked.contains(request)))
                .map(CaptureRequest::dueAt)
                .toList();
    }
}
