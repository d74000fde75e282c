package dev.baton.call;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.call.CallRefusals.EntryRefused;
import dev.baton.call.CallRefusals.NotYours;
import dev.baton.call.CallRefusals.Over;
import dev.baton.call.CallRefusals.Unknown;
import dev.baton.call.CallView.Contribution;
import dev.baton.capture.CaptureId;
import dev.baton.capture.CaptureView;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemContent;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to calls for contributions: people are called in, not ordered. */
@Service
@Transactional
public class Calls {

    private final ContributionCalls calls;
    private final SignUps signUps;
    private final Pledges pledges;
    private final Transfers transfers;
    private final Captures captures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(
            ContributionCalls calls,
            SignUps signUps,
            Pledges pledges,
            Transfers transfers,
            Captures captures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calls = calls;
        this.signUps = signUps;
        this.pledges = pledges;
        this.transfers = transfers;
        this.captures = captures;
        this.events = events;
        this.clock = clock;
    }

    /** A call was published. */
    public record CallPublished(TransferId transferId, CallId id, String theme) {}

    /** The calls of a transfer, oldest first, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public List<CallView> of(TransferId transfer) {
        transfers.requireKnown(transfer);
        return calls.findByTransferIdOrderByPublishedAt(transfer.value()).stream()
                .map(this::view)
                .toList();
    }

    /** The call, if the current actor may know of its transfer. */
    @Transactional(readOnly = true)
    public CallView require(CallId id) {
        return view(find(id));
    }

    /** The open calls that are for the current actor: of transfers in which they are an expert. */
    @Transactional(readOnly = true)
    public List<CallView> forMe() {
        var me = Acting.current().username();
        return calls.findAll().stream()
                .filter(call -> call.isOpen(today()))
                .filter(call -> transfers
                        .members(new TransferId(call.transferId()), Role.EXPERT)
                        .contains(me))
                .map(this::view)
                .toList();
    }

    /** Publishes a call; the lead of the transfer only. */
    public CallId publish(
            TransferId transfer,
            @Nullable String theme,
            @Nullable String words,
            List<String> steps,
            @Nullable LocalDate until) {
        requireLead(transfer);
        var faults = new ArrayList<Fault>();
        Texts.require("theme", theme, Texts.LONGEST_LINE, faults);
        Texts.check("words", words, Texts.LONGEST_ANSWER, faults);
        var numbers = new ArrayList<String>();
        var known = transfers.steps(transfer).stream()
                .collect(Collectors.toMap(step -> step.id().toString(), StepView::number));
        for (var step : steps.stream().distinct().toList()) {
            if (known.containsKey(step)) {
                numbers.add(known.get(step));
            } else {
                faults.add(Fault.of("steps", "call.step-unknown"));
            }
        }
        if (steps.isEmpty()) {
            faults.add(Fault.of("steps", "call.steps-missing"));
        }
        if (until == null || until.isBefore(today()) || until.isAfter(today().plusYears(5))) {
            faults.add(Fault.of("until", "call.until"));
        }
        if (theme == null || until == null || !faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        var call = calls.saveAndFlush(new ContributionCall(
                transfer.value(),
                theme.strip(),
                words == null ? "" : words.strip(),
                numbers,
                until,
                Acting.current().username(),
                now()));
        events.publishEvent(new CallPublished(transfer, new CallId(call.id()), call.theme()));
        return new CallId(call.id());
    }

    /** The current actor joins; a second time changes nothing. */
    public CallView join(CallId id) {
        var call = open(id);
        var me = requireExpert(call);
        joined(call, me);
        return view(call);
    }

    /** The current actor says what they write: the request for it opens with the title already in its draft. */
    public CaptureId pledge(CallId id, @Nullable String step, @Nullable String title) {
        var call = open(id);
        var me = requireExpert(call);
        var faults = new ArrayList<Fault>();
        Texts.require("title", title, Texts.LONGEST_LINE, faults);
        var chosen = steps(call).stream()
                .filter(each -> each.id().toString().equals(step))
                .findFirst();
        if (chosen.isEmpty()) {
            faults.add(Fault.of("step", "call.step-unknown"));
        }
        if (title == null || chosen.isEmpty() || !faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        joined(call, me);
        var about = chosen.get().id();
        var capture = captures.begin(about);
        captures.saveDraft(capture, 0, List.of(titled(title.strip())));
        pledges.saveAndFlush(new Pledge(call, me, about, title.strip(), capture, now()));
        return capture;
    }

    /** The lead ends the call before its day. */
    public CallView close(CallId id, @Nullable String reason) {
        var call = open(id);
        requireLead(new TransferId(call.transferId()));
        return Reasons.require(reason, () -> view(calls.saveAndFlush(call.closed(String.valueOf(Acting.reason())))));
    }

    private void joined(ContributionCall call, String username) {
        if (signUps.findByCallIdOrderBySignedUpAt(call.id()).stream()
                .noneMatch(known -> known.username().equals(username))) {
            signUps.saveAndFlush(new SignUp(call, username, now()));
        }
    }

    private ContributionCall open(CallId id) {
        var call = find(id);
        if (!call.isOpen(today())) {
            throw new Over();
        }
        return call;
    }

    private ContributionCall find(CallId id) {
        var call = calls.findById(id.value()).orElseThrow(Unknown::new);
        transfers.requireKnown(new TransferId(call.transferId()));
        return call;
    }

    private String requireExpert(ContributionCall call) {
        var me = Acting.current().username();
        if (!transfers.members(new TransferId(call.transferId()), Role.EXPERT).contains(me)) {
            throw new NotYours("call.experts-only");
        }
        return me;
    }

    private void requireLead(TransferId transfer) {
        var known = transfers.require(transfer);
        if (!transfers.isLead(transfer)) {
            throw new NotTheLead(known.name());
        }
    }

    private List<StepView> steps(ContributionCall call) {
        return transfers.steps(new TransferId(call.transferId())).stream()
                .filter(step -> call.steps().contains(step.number()))
                .toList();
    }

    private CallView view(ContributionCall call) {
        var people = signUps.findByCallIdOrderBySignedUpAt(call.id()).stream()
                .map(SignUp::username)
                .toList();
        var given = pledges.findByCallIdOrderByPledgedAt(call.id());
        var requests = captures.known(given.stream().map(Pledge::captureId).toList());
        var steps = steps(call);
        var labels = steps.stream().collect(Collectors.toMap(StepView::id, Calls::label));
        var contributions = given.stream()
                .map(pledge -> new Contribution(
                        pledge.username(),
                        pledge.title(),
                        labels.getOrDefault(pledge.stepId(), ""),
                        isTold(requests.get(pledge.captureId())),
                        pledge.captureId().toString()))
                .toList();
        return new CallView(
                new CallId(call.id()),
                new TransferId(call.transferId()),
                call.theme(),
                call.words(),
                steps.stream()
                        .map(step -> new CallView.Step(step.id().toString(), label(step)))
                        .toList(),
                call.until(),
                call.publishedBy(),
                call.isOpen(today()),
                people,
                contributions,
                (int) contributions.stream().filter(Contribution::told).count(),
                people.contains(Acting.current().username()));
    }

    private static boolean isTold(@Nullable CaptureView request) {
        return request != null && request.state().equals("submitted");
    }

    private static ItemContent titled(String title) {
        return new ItemContent(
                null, title, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                List.of());
    }

    private static String label(StepView step) {
        return step.number() + " " + step.name();
    }

    /** A call is open to the end of its last day where the reader works. */
    private LocalDate today() {
        return Acting.current().today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
