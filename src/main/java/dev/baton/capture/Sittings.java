package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to how a capture is done: with which method, who asks, and when it suits the expert. */
@Service
@Transactional
public class Sittings {

    private static final int MOST_MINUTES = 1000;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(90);

    private final CaptureRequests requests;
    private final CoWriters coWriters;
    private final MethodCatalog catalog;
    private final Transfers transfers;
    private final People people;
    private final KnowledgeItems items;
    private final ItemViews views;
    private final Clock clock;

    Sittings(
            CaptureRequests requests,
            CoWriters coWriters,
            MethodCatalog catalog,
            Transfers transfers,
            People people,
            KnowledgeItems items,
            ItemViews views,
            Clock clock) {
        this.items = items;
        this.views = views;
        this.requests = requests;
        this.coWriters = coWriters;
        this.catalog = catalog;
        this.transfers = transfers;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The lead chooses another method; answers given so far stay with the one they were given to.
     *
     * @param reason why, also from {@link Acting#reason()} in the trail
     */
    public CaptureView choose(CaptureId id, String method, String reason) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        requireLead(capture);
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        var chosen = catalog.current(method);
        if (chosen.isEmpty()) {
            faults.add(Fault.of(
                    "method",
                    "methods.unknown",
                    String.join(
                            ", ",
                            catalog.current().stream().map(each -> each.id()).toList())));
        }
        refuse(faults);
        return requests.save(capture.with(chosen.orElseThrow(), 1, reason)).view();
    }

    /** Names who asks and writes, or nobody; the expert and the lead may. */
    public CaptureView interview(CaptureId id, @Nullable String interviewer, @Nullable Integer minutes) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        var me = Acting.current().username();
        var isAsking = me.equals(capture.interviewer());
        if (!capture.expert().equals(me) && !isAsking) {
            requireLead(capture);
        }
        var faults = new ArrayList<Fault>();
        if (interviewer != null && !interviewer.equals(capture.interviewer())) {
            if (coWriters.of(id.value()).contains(interviewer)) {
                faults.add(Fault.of("interviewer", "interview.writes-already", interviewer));
            } else if (isAsking || !ofTeam(capture).contains(interviewer)) {
                faults.add(Fault.of("interviewer", "interview.not-of-team", interviewer));
            }
        }
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            faults.add(Fault.of("minutes", "answers.between", "1", String.valueOf(MOST_MINUTES)));
        }
        refuse(faults);
        return requests.save(capture.interviewedBy(interviewer, minutes)).view();
    }

    /** The expert does not want to be shown it first until then; null: now after all. */
    public CaptureView notNow(CaptureId id, @Nullable Instant until) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        if (!capture.expert().equals(Acting.current().username())) {
            throw new Unknown();
        }
        var now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_PAUSE)))) {
            throw new NotFit(List.of(Fault.of("until", "not-now.until", LONGEST_PAUSE.toDays())));
        }
        return requests.save(capture.notNow(until == null ? null : until.truncatedTo(ChronoUnit.MICROS)))
                .view();
    }

    /**
     * What the expert told in earlier sittings of the same method at the same step, by submission; for whoever has the
     * task, since it is the expert's own words.
     */
    @Transactional(readOnly = true)
    public List<ItemView> earlier(CaptureView capture) {
        if (capture.part() < 2) {
            return List.of();
        }
        var method = capture.method();
        var told = items.findByAuthorOrderByCreatedAt(capture.expert()).stream()
                .filter(item -> item.stepId().equals(capture.stepId()) && item.state() != ItemState.WITHDRAWN)
                .toList();
        return views.of(told, KnowledgeItem::latestVersion).stream()
                .filter(item -> item.content().method() != null
                        && item.content().method().id().equals(method))
                .toList();
    }

    /** User names of who may ask in this capture: the team, without auditors, administrators and its writers. */
    @Transactional(readOnly = true)
    public List<String> mayInterview(CaptureId id) {
        var capture = requests.findById(id.value()).orElseThrow(Unknown::new);
        var writing = coWriters.of(id.value());
        return ofTeam(capture).stream()
                .filter(username -> !writing.contains(username))
                .toList();
    }

    private List<String> ofTeam(CaptureRequest capture) {
        return transfers.team(capture.transferId()).stream()
                .map(TeamMember::username)
                .distinct()
                .filter(username -> !username.equals(capture.expert()))
                .filter(username -> people.person(username)
                        .filter(PersonView::enabled)
                        .filter(person -> !person.is(Role.AUDITOR) && !person.is(Role.ADMIN))
                        .isPresent())
                .toList();
    }

    private void requireLead(CaptureRequest capture) {
        var me = Acting.current().username();
        if (transfers.members(capture.transferId(), Role.TRANSFER_LEAD).contains(me)) {
            return;
        }
        if (capture.isToldBy(me)) {
            throw new NotYours("methods.lead-only");
        }
        throw new Unknown();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }
}
