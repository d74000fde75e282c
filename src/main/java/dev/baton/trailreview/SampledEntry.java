package dev.baton.trailreview;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.trailreview.SamplingRule.Pick;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One act of the trail that is looked at in a review, and what the reviewer says of it. */
@Entity
@Audited
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "trail_review_entry")
class SampledEntry implements TrailSubject {

    @Id
    private UUID id;

    @NotInTrail
    private UUID reviewId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private int reviewNumber;

    @NotInTrail
    private int position;

    @NotInTrail
    private long actNo;

    @NotInTrail
    private String act;

    @NotInTrail
    private String recordType;

    @NotInTrail
    private String doer;

    @NotInTrail
    private @Nullable String criterion;

    @NotInTrail
    private String digest;

    private @Nullable String answer;

    @NotInTrail
    private @Nullable String answeredBy;

    @NotInTrail
    private @Nullable Instant answeredAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected SampledEntry() {}

    SampledEntry(TrailReview review, int position, Pick pick) {
        this.id = UUID.randomUUID();
        this.reviewId = review.getId();
        this.transferId = review.transfer().value();
        this.reviewNumber = review.number();
        this.position = position;
        this.actNo = pick.act().no();
        this.act = pick.act().act();
        this.recordType = pick.act().recordType();
        this.doer = pick.act().username();
        this.criterion = pick.criterion() == null ? null : pick.criterion().code();
        this.digest = pick.act().digest();
    }

    /** The reviewer has looked. */
    SampledEntry answered(Verdict verdict, String username, Instant now) {
        answer = verdict.code();
        answeredBy = username;
        answeredAt = now;
        return this;
    }

    /** Nobody has looked yet, or whoever did has handed the review over. */
    SampledEntry unanswered() {
        answer = null;
        answeredBy = null;
        answeredAt = null;
        return this;
    }

    boolean isAnswered() {
        return answer != null;
    }

    boolean isDoneBy(@Nullable String username) {
        return doer.equals(username);
    }

    int position() {
        return position;
    }

    long actNo() {
        return actNo;
    }

    String doer() {
        return doer;
    }

    UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(
                "trail-review-entry",
                id.toString(),
                "Audit-trail review " + reviewNumber + ", entry " + position,
                transferId,
                null,
                null);
    }

    TrailReviewView.Entry view() {
        return new TrailReviewView.Entry(
                position,
                actNo,
                act,
                recordType,
                doer,
                criterion == null ? null : Criterion.ofCode(criterion),
                digest,
                answer == null ? null : Verdict.ofCode(answer),
                answeredBy,
                answeredAt);
    }
}
