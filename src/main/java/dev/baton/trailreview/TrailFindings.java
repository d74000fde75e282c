package dev.baton.trailreview;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.TrailAccess;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.trailreview.TrailReviewEvent.FindingAnswered;
import dev.baton.trailreview.TrailReviewEvent.FindingJudged;
import dev.baton.trailreview.TrailReviewRefusals.EntryRefused;
import dev.baton.trailreview.TrailReviewRefusals.FindingUnknown;
import dev.baton.trailreview.TrailReviewRefusals.NotTheReviewer;
import dev.baton.transfer.TransferId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to findings of reviews: what was done about them, and whether that is enough. */
@Service
@Transactional
public class TrailFindings {

    private final TrailFindingRecords findings;
    private final ReviewPeople people;
    private final TrailAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrailFindings(
            TrailFindingRecords findings,
            ReviewPeople people,
            TrailAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.findings = findings;
        this.people = people;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The finding, for whoever may read the trail of its transfer and for the person who has to do something. */
    @Transactional(readOnly = true)
    public FindingView view(FindingId id) {
        return readable(findings.findById(id.value()).orElseThrow(FindingUnknown::new))
                .view();
    }

    /** The finding without asking who wants to know: for the workflow and for notices. */
    @Transactional(readOnly = true)
    public FindingView known(FindingId id) {
        return findings.findById(id.value()).orElseThrow(FindingUnknown::new).view();
    }

    /** Ids of all findings that wait in that state. */
    @Transactional(readOnly = true)
    public Set<FindingId> waiting(FindingState state) {
        return findings.findByState(state.code()).stream()
                .map(finding -> finding.view().id())
                .collect(Collectors.toSet());
    }

    /** All findings of a transfer, for whoever may read its trail. */
    @Transactional(readOnly = true)
    public List<FindingView> ofTransfer(TransferId transfer) {
        access.requireReading(transfer.value());
        return findings.findByTransferIdOrderByReviewNumberAscNumberAsc(transfer.value()).stream()
                .filter(TrailFinding::stands)
                .map(TrailFinding::view)
                .toList();
    }

    /** User names of who may judge what was done: who raised it, or, without them, others of quality. */
    @Transactional(readOnly = true)
    public List<String> judges(FindingId id) {
        return judges(findings.findById(id.value()).orElseThrow(FindingUnknown::new));
    }

    /** The person says what was done about it. */
    public FindingView answer(FindingId id, @Nullable String text) {
        var finding = locked(id);
        if (!finding.responsible().equals(Acting.current().username())) {
            throw new NotTheReviewer("trailreview.finding-not-yours");
        }
        var faults = new ArrayList<Fault>();
        Texts.require("text", text, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        findings.saveAndFlush(
                finding.answered(String.valueOf(text).strip(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        events.publishEvent(new FindingAnswered(finding.transfer(), id));
        return finding.view();
    }

    /** What was done is enough. */
    public FindingView accept(FindingId id, @Nullable String remark) {
        var finding = judged(id);
        var faults = new ArrayList<Fault>();
        Texts.check("remark", remark, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        var said = Texts.stripped(remark);
        findings.saveAndFlush(finding.accepted(
                Acting.current().username(), said, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        events.publishEvent(new FindingJudged(finding.transfer(), id, true));
        return finding.view();
    }

    /** What was done is not enough yet, because. */
    public FindingView giveBack(FindingId id, @Nullable String remark) {
        var finding = judged(id);
        var faults = new ArrayList<Fault>();
        Texts.require("remark", remark, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        findings.saveAndFlush(finding.givenBack(String.valueOf(remark).strip()));
        events.publishEvent(new FindingJudged(finding.transfer(), id, false));
        return finding.view();
    }

    private TrailFinding judged(FindingId id) {
        var finding = locked(id);
        if (!judges(finding).contains(Acting.current().username())) {
            throw new NotTheReviewer("trailreview.finding-not-yours-to-judge");
        }
        return finding;
    }

    private TrailFinding locked(FindingId id) {
        return readable(findings.findLocked(id.value()).orElseThrow(FindingUnknown::new));
    }

    private List<String> judges(TrailFinding finding) {
        var quality = people.quality();
        return quality.contains(finding.raisedBy())
                ? List.of(finding.raisedBy())
                : Independence.seconds(quality, finding.responsible());
    }

    private TrailFinding readable(TrailFinding finding) {
        var me = Acting.current();
        if (!finding.responsible().equals(me.username()) || me.is(Role.ADMIN)) {
            access.requireReading(finding.transfer().value());
        }
        if (finding.state() == FindingState.DROPPED) {
            throw new FindingUnknown();
        }
        return finding;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
