package dev.baton.trailreview;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.trailreview.FindingRules.Found;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a reviewer found, who has to do what about it, and what was done. */
@Entity
@Audited
@Table(name = "trail_finding")
class TrailFinding implements TrailSubject {

    @Id
    private UUID id;

    @NotInTrail
    private UUID reviewId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private int reviewNumber;

    private int number;
    private int entryPosition;
    private String what;
    private String severity;
    private String action;
    private String responsible;
    private LocalDate dueOn;

    @NotInTrail
    private String raisedBy;

    @NotInTrail
    private Instant raisedAt;

    private String state;
    private @Nullable String answer;

    @NotInTrail
    private @Nullable Instant answeredAt;

    private @Nullable String remark;
    private @Nullable String acceptedBy;

    @NotInTrail
    private @Nullable Instant acceptedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected TrailFinding() {}

    TrailFinding(TrailReview review, SampledEntry entry, int number, Found found, String raisedBy, Instant now) {
        this.id = UUID.randomUUID();
        this.reviewId = review.getId();
        this.transferId = review.transfer().value();
        this.reviewNumber = review.number();
        this.number = number;
        this.entryPosition = entry.position();
        this.what = found.what();
        this.severity = found.severity().code();
        this.action = found.action();
        this.responsible = found.responsible();
        this.dueOn = found.dueOn();
        this.raisedBy = raisedBy;
        this.raisedAt = now;
        this.state = FindingState.RAISED.code();
    }

    /** The reviewer has thought better of it before signing. */
    TrailFinding dropped() {
        return from(FindingState.RAISED, FindingState.DROPPED);
    }

    /** The review is signed: somebody has to do something. */
    TrailFinding opened() {
        return from(FindingState.RAISED, FindingState.OPEN);
    }

    /** The person says what was done. */
    TrailFinding answered(String words, Instant now) {
        from(FindingState.OPEN, FindingState.ANSWERED);
        answer = words;
        answeredAt = now;
        return this;
    }

    /** That is enough. */
    TrailFinding accepted(String username, @Nullable String words, Instant now) {
        from(FindingState.ANSWERED, FindingState.ACCEPTED);
        remark = words;
        acceptedBy = username;
        acceptedAt = now;
        return this;
    }

    /** That is not enough yet. */
    TrailFinding givenBack(String words) {
        from(FindingState.ANSWERED, FindingState.OPEN);
        remark = words;
        return this;
    }

    private TrailFinding from(FindingState before, FindingState after) {
        if (state() != before) {
            throw new TrailReviewRefusals.FindingElsewhere(state());
        }
        state = after.code();
        return this;
    }

    FindingState state() {
        return FindingState.ofCode(state);
    }

    int entryPosition() {
        return entryPosition;
    }

    boolean isCritical() {
        return severity.equals(Severity.CRITICAL.code());
    }

    /** Whether it counts: it was not taken back. */
    boolean stands() {
        return state() != FindingState.DROPPED;
    }

    String raisedBy() {
        return raisedBy;
    }

    String responsible() {
        return responsible;
    }

    TransferId transfer() {
        return new TransferId(transferId);
    }

    UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(
                "trail-finding",
                id.toString(),
                "Audit-trail review " + reviewNumber + ", finding " + number,
                transferId,
                null,
                null);
    }

    @Override
    public String trailedAs() {
        return "trail-finding-raised";
    }

    FindingView view() {
        return new FindingView(
                new FindingId(id),
                new TrailReviewId(reviewId),
                transfer(),
                reviewNumber,
                number,
                entryPosition,
                what,
                Severity.ofCode(severity).orElseThrow(),
                action,
                responsible,
                dueOn,
                raisedBy,
                raisedAt,
                state(),
                answer,
                answeredAt,
                remark,
                acceptedBy,
                acceptedAt);
    }
}
