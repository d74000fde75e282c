package dev.baton.capture;

import dev.baton.capture.CaptureEvent.CaptureRequested;
import dev.baton.capture.MethodChoice.Situation;
import dev.baton.capture.method.Method;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferEvent.TransferStarted;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens capture requests: when a transfer starts, one for each step and expert named on it, spread over the weeks. */
@Component
class CaptureOpening {

    private final CaptureRequests requests;
    private final Transfers transfers;
    private final People people;
    private final ApplicationEventPublisher events;
    private final MethodChoice choice;
    private final MethodCatalog catalog;
    private final KnowledgeItems items;
    private final Clock clock;

    CaptureOpening(
            CaptureRequests requests,
            Transfers transfers,
            People people,
            ApplicationEventPublisher events,
            MethodChoice choice,
            MethodCatalog catalog,
            KnowledgeItems items,
            Clock clock) {
        this.requests = requests;
        this.transfers = transfers;
        this.people = people;
        this.events = events;
        this.choice = choice;
        this.catalog = catalog;
        this.items = items;
        this.clock = clock;
    }

    @EventListener
    void on(TransferStarted started) {
        Map<String, List<StepView>> byExpert = new LinkedHashMap<>();
        for (var step : transfers.steps(started.transferId())) {
            for (var expert : step.experts()) {
                byExpert.computeIfAbsent(expert, e -> new ArrayList<>()).add(step);
            }
        }
        byExpert.forEach((expert, steps) -> {
            var dues = DueDates.spread(
                    steps,
                    openDueDates(expert),
                    clock.instant(),
                    zone(expert),
                    lastDay(expert, started.transferId()).orElse(null));
            dues.forEach(
                    due -> open(new CaptureRequest(due.step(), expert, due.at(), false, clock.instant()), due.step()));
        });
    }

    /** An expert asks themselves about a step. */
    CaptureRequest unasked(StepView step, String expert) {
        return open(new CaptureRequest(step, expert, inAWeek(expert), true, clock.instant()), step);
    }

    /** The lead asks an expert about a step, beyond what the start of the transfer asked. */
    CaptureRequest asked(StepView step, String expert) {
        return open(new CaptureRequest(step, expert, inAWeek(expert), false, clock.instant()), step);
    }

    /** A request for another expert in place of the first one; there is at least a week for it. */
    CaptureRequest inPlaceOf(CaptureRequest first, StepView step, String expert) {
        var inAWeek = inAWeek(expert);
        var due = first.dueAt().isAfter(inAWeek) ? first.dueAt() : inAWeek;
        return new CaptureRequest(step, expert, due, false, clock.instant());
    }

    /** An expert is asked about something that was seen at the receiving site. */
    CaptureRequest seen(StepView step, String expert, String what) {
        return open(new CaptureRequest(step, expert, inAWeek(expert), false, clock.instant()).because(what), step);
    }

    /** The next sitting of a method, for the same expert and whoever asked them. */
    CaptureRequest nextPart(CaptureRequest before, StepView step, Method method, int part) {
        var next = new CaptureRequest(step, before.expert(), inAWeek(before.expert()), false, clock.instant());
        return open(next.with(method, part, null).interviewedBy(before.interviewer(), null), step);
    }

    /** Keeps a new request and says that it is there. Without a method the table chooses one. */
    CaptureRequest open(CaptureRequest request, StepView step) {
        if (request.methodId() == null) {
            choice.choose(situation(request, step))
                    .flatMap(catalog::current)
                    .ifPresent(method -> request.with(method, 1, null));
        }
        var opened = requests.save(request);
        events.publishEvent(new CaptureRequested(
                opened.transferId(), opened.id(), opened.stepId(), opened.expert(), opened.dueAt(), step.critical()));
        return opened;
    }

    private Situation situation(CaptureRequest request, StepView step) {
        var today = clock.instant().atZone(zone(request.expert())).toLocalDate();
        var leaving = lastDay(request.expert(), step.transferId());
        return new Situation(
                step.critical(),
                step.unitOperation(),
                step.experts().size(),
                leaving.map(date -> (int) ChronoUnit.DAYS.between(today, date)).orElse(null),
                items.countByStepId(step.id().value()));
    }

    /** The last day of an expert, as they or the lead said; empty: they stay. */
    Optional<LocalDate> lastDay(String expert, TransferId transfer) {
        return transfers.team(transfer).stream()
                .filter(member -> member.username().equals(expert))
                .map(TeamMember::leavingDate)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private Instant inAWeek(String expert) {
        return DueDates.inAWeek(clock.instant(), zone(expert));
    }

    private List<Instant> openDueDates(String expert) {
        return requests.findByExpertAndStateOrderByDueAt(expert, CaptureRequest.OPEN).stream()
                .map(CaptureRequest::dueAt)
                .toList();
    }

    /** Where the expert works. */
    ZoneId zone(String username) {
        return people.person(username).map(PersonView::zone).orElse(ZoneOffset.UTC);
    }
}
