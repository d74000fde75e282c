package dev.baton.workflow;

import dev.baton.trailreview.FindingId;
import dev.baton.trailreview.TrailFindings;
import dev.baton.trailreview.TrailReviewEvent;
import dev.baton.trailreview.TrailReviewEvent.FindingAnswered;
import dev.baton.trailreview.TrailReviewEvent.FindingJudged;
import dev.baton.trailreview.TrailReviewEvent.FindingOpened;
import dev.baton.trailreview.TrailReviewEvent.ReviewOpened;
import dev.baton.trailreview.TrailReviewEvent.ReviewSigned;
import dev.baton.trailreview.TrailReviewEvent.ReviewVerified;
import dev.baton.trailreview.TrailReviewEvent.ReviewerChanged;
import dev.baton.trailreview.TrailReviewEvent.SecondSigned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves {@code audit-trail-review} and {@code trail-finding}, in the transaction that changed the record. */
@Component
class AuditTrailReviewProcess {

    private static final Duration REMIND_BEFORE = Duration.ofDays(3);
    private static final Duration ESCALATE_AFTER = Duration.ofDays(7);

    private final DutyProcess process;
    private final ReviewDuties.Look look;
    private final ReviewDuties.LookAtOwnActs lookAtOwnActs;
    private final ReviewDuties.Verify verify;
    private final FindingDuties.Answer answer;
    private final FindingDuties.Judge judge;
    private final TrailFindings findings;
    private final Clock clock;

    AuditTrailReviewProcess(
            DutyProcess process,
            ReviewDuties.Look look,
            ReviewDuties.LookAtOwnActs lookAtOwnActs,
            ReviewDuties.Verify verify,
            FindingDuties.Answer answer,
            FindingDuties.Judge judge,
            TrailFindings findings,
            Clock clock) {
        this.process = process;
        this.look = look;
        this.lookAtOwnActs = lookAtOwnActs;
        this.verify = verify;
        this.answer = answer;
        this.judge = judge;
        this.findings = findings;
        this.clock = clock;
    }

    @EventListener
    void on(TrailReviewEvent event) {
        if (event instanceof ReviewOpened opened) {
            process.begin(look, opened.reviewId().toString(), Map.of());
        } else if (event instanceof ReviewerChanged changed) {
            process.refresh(look, changed.reviewId().toString());
            process.refresh(lookAtOwnActs, changed.reviewId().toString());
        } else if (event instanceof ReviewSigned signed) {
            process.done(
                    look,
                    signed.reviewId().toString(),
                    Map.of(AuditTrailReview.OWN_ACTS, signed.ownActs(), AuditTrailReview.CRITICAL, signed.critical()));
        } else if (event instanceof SecondSigned signed) {
            process.done(
                    lookAtOwnActs, signed.reviewId().toString(), Map.of(AuditTrailReview.CRITICAL, signed.critical()));
        } else if (event instanceof ReviewVerified verified) {
            process.done(verify, verified.reviewId().toString(), Map.of());
        } else if (event instanceof FindingOpened opened) {
            begin(opened.findingId());
        } else if (event instanceof FindingAnswered answered) {
            process.done(answer, answered.findingId().toString(), Map.of());
        } else if (event instanceof FindingJudged judged) {
            process.done(judge, judged.findingId().toString(), Map.of(AuditTrailReview.ACCEPTED, judged.accepted()));
        }
    }

    /** Reminders begin three days before the day, at once where that is past, and come weekly; the lead after a week. */
    private void begin(FindingId id) {
        var due = findings.known(id).dueOn().atStartOfDay(ZoneOffset.UTC).toInstant();
        var remind = latest(due.minus(REMIND_BEFORE), clock.instant());
        process.begin(
                answer,
                id.toString(),
                Map.of(
                        AuditTrailReview.REMIND_CYCLE,
                        // The engine counts repeats after the first time.
                        "R2/" + remind.truncatedTo(ChronoUnit.SECONDS) + "/P7D",
                        AuditTrailReview.ESCALATE_AT,
                        Date.from(latest(due, clock.instant()).plus(ESCALATE_AFTER))));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
