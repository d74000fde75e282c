package dev.baton.trailreview;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.SealedActs.Extent;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.trailreview.SamplingRule.Sample;
import dev.baton.trailreview.SamplingRule.Share;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A review of the trail: which part of it, how the sample was drawn, who looks, and how far it is. */
@Entity
@Audited
@Table(name = "trail_review")
class TrailReview implements TrailSubject {

    @Id
    private UUID id;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private int number;

    private String occasion;

    @NotInTrail
    private String openedBy;

    @NotInTrail
    private Instant openedAt;

    private Instant dueAt;
    private int rule;
    private int sharePercent;
    private int shareAtLeast;
    private int shareAtMost;
    private String seed;
    private String team;
    private long ledgerFrom;
    private long ledgerTo;
    private String rootHash;
    private int population;
    private int drawn;
    private String state;
    private @Nullable String reviewer;
    private @Nullable String secondReviewer;
    private @Nullable String verifier;
    private @Nullable String verification;

    @NotInTrail
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected TrailReview() {}

    TrailReview(
            TransferId transfer,
            int number,
            Occasion occasion,
            String openedBy,
            Instant openedAt,
            Instant dueAt,
            Share share,
            String seed,
            Collection<String> team,
            long from,
            Extent to,
            Sample sample) {
        this.id = UUID.randomUUID();
        this.transferId = transfer.value();
        this.number = number;
        this.occasion = occasion.code();
        this.openedBy = openedBy;
        this.openedAt = openedAt;
        this.dueAt = dueAt;
        this.rule = SamplingRule.VERSION;
        this.sharePercent = share.percent();
        this.shareAtLeast = share.atLeast();
        this.shareAtMost = share.atMost();
        this.seed = seed;
        this.team = team.stream().sorted().collect(Collectors.joining(" "));
        this.ledgerFrom = from;
        this.ledgerTo = to.size();
        this.rootHash = to.rootHash();
        this.population = sample.population();
        this.drawn = sample.picks().size();
        this.state = ReviewState.OPEN.code();
    }

    /** This person looks; nobody else from now on, unless they take over. */
    TrailReview takenBy(String username) {
        if (state() == ReviewState.OPEN) {
            reviewer = username;
        } else if (state() == ReviewState.SECOND) {
            secondReviewer = username;
        } else {
            throw new TrailReviewRefusals.NotOpen();
        }
        return this;
    }

    /** The reviewer has signed. */
    TrailReview firstSigned(boolean ownActs, boolean critical, Instant now) {
        return ownActs ? next(ReviewState.SECOND, now) : partsSigned(critical, now);
    }

    /** Everything that was looked at is signed. */
    TrailReview partsSigned(boolean critical, Instant now) {
        return next(critical ? ReviewState.VERIFICATION : ReviewState.SIGNED, now);
    }

    /** Somebody else of quality has verified it. */
    TrailReview verified(String username, @Nullable String words, Instant now) {
        if (state() != ReviewState.VERIFICATION) {
            throw new TrailReviewRefusals.NotOpen();
        }
        verifier = username;
        verification = words;
        return next(ReviewState.SIGNED, now);
    }

    private TrailReview next(ReviewState next, Instant now) {
        state = next.code();
        if (next == ReviewState.SIGNED) {
            closedAt = now;
        }
        return this;
    }

    TrailReviewId reviewId() {
        return new TrailReviewId(id);
    }

    TransferId transfer() {
        return new TransferId(transferId);
    }

    int number() {
        return number;
    }

    ReviewState state() {
        return ReviewState.ofCode(state);
    }

    @Nullable
    String reviewer() {
        return reviewer;
    }

    @Nullable
    String secondReviewer() {
        return secondReviewer;
    }

    /** Who looks now, or null: nobody has begun. */
    @Nullable
    String looking() {
        return state() == ReviewState.SECOND ? secondReviewer : reviewer;
    }

    long ledgerFrom() {
        return ledgerFrom;
    }

    long ledgerTo() {
        return ledgerTo;
    }

    String seed() {
        return seed;
    }

    /** User names of whose accounts were looked at too: the team when the sample was drawn. */
    Set<String> team() {
        return Set.of(team.split(" ", -1));
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    Share share() {
        return new Share(sharePercent, shareAtLeast, shareAtMost);
    }

    /** What people call it. */
    String label() {
        return "Audit-trail review " + number;
    }

    UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("trail-review", id.toString(), label(), transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "trail-review-opened";
    }

    TrailReviewView.Head head() {
        return new TrailReviewView.Head(
                reviewId(),
                transfer(),
                number,
                Occasion.ofCode(occasion),
                state(),
                openedBy,
                openedAt,
                dueAt,
                closedAt,
                rule,
                sharePercent,
                shareAtLeast,
                shareAtMost,
                seed,
                team,
                ledgerFrom,
                ledgerTo,
                rootHash,
                population,
                drawn,
                reviewer,
                secondReviewer,
                verifier,
                verification);
    }
}
