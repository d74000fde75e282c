package dev.baton.trailreview;

import dev.baton.Locks;
import dev.baton.Refusal;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.SealedActs;
import dev.baton.audit.TrailAccess;
import dev.baton.audit.TrailRef;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Role;
import dev.baton.trailreview.SamplingRule.Sample;
import dev.baton.trailreview.TrailReviewEvent.NobodyIndependent;
import dev.baton.trailreview.TrailReviewEvent.ReviewOpened;
import dev.baton.trailreview.TrailReviewRefusals.AlreadyOpen;
import dev.baton.trailreview.TrailReviewRefusals.NotIndependent;
import dev.baton.trailreview.TrailReviewRefusals.NothingToReview;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferEvent.PhaseEntered;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door through which reviews begin: when quality wants one, when one is due, and before a transfer closes. */
@Service
public class TrailReviewOpening {

    private static final Logger LOG = LoggerFactory.getLogger(TrailReviewOpening.class);
    private static final int SEED_BYTES = 16;

    private final TrailReviewRecords reviews;
    private final SampledEntries entries;
    private final Sampling sampling;
    private final SealedActs acts;
    private final ReviewPeople people;
    private final Transfers transfers;
    private final TrailReviewSettings settings;
    private final TrailAccess access;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    TrailReviewOpening(
            TrailReviewRecords reviews,
            SampledEntries entries,
            Sampling sampling,
            SealedActs acts,
            ReviewPeople people,
            Transfers transfers,
            TrailReviewSettings settings,
            TrailAccess access,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.reviews = reviews;
        this.entries = entries;
        this.sampling = sampling;
        this.acts = acts;
        this.people = people;
        this.transfers = transfers;
        this.settings = settings;
        this.access = access;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of it: a review, or why there is none. */
    private record Attempt(@Nullable TrailReviewId id, @Nullable Refusal refusal) {}

    /**
     * Quality wants a review now, of everything since the last one.
     *
     * @throws AlreadyOpen while another review of the transfer is not signed
     * @throws NothingToReview when nothing has happened since
     * @throws NotIndependent when everybody of quality did what would have to be looked at, and there is no second one
     */
    public TrailReviewId open(TransferId transfer) {
        transfers.requireKnown(transfer);
        if (!Acting.current().is(Role.QUALITY)) {
            throw new RoleMissing(Role.QUALITY);
        }
        acts.settle();
        return Objects.requireNonNull(transaction.execute(status -> {
            var attempt = attempt(transfer, Occasion.ON_DEMAND);
            if (attempt.refusal() != null) {
                throw attempt.refusal();
            }
            return attempt.id();
        }));
    }

    /** Opens the reviews that are due, each in a transaction of its own. */
    @Scheduled(cron = "${baton.trail-review.daily}", zone = "UTC")
    public void openDue() {
        for (var transfer : transfers.mine()) {
            try {
                if (transfer.started() && isDue(transfer.id())) {
                    transaction.executeWithoutResult(status -> tell(transfer.id(), Occasion.SCHEDULE));
                }
            } catch (RuntimeException e) {
                LOG.error("Whether a review of the trail of {} is due could not be settled", transfer.id(), e);
            }
        }
    }

    /** A transfer on its way to be closed has its trail reviewed first, in the transaction that enters the phase. */
    @EventListener
    void on(PhaseEntered event) {
        if (event.phase() == Phase.CLOSE_OUT) {
            tell(event.transferId(), Occasion.CLOSE_OUT);
        }
    }

    static boolean isDue(Instant since, Period every, Instant now) {
        return !every.isZero()
                && !since.atZone(ZoneOffset.UTC).plus(every).toInstant().isAfter(now);
    }

    private boolean isDue(TransferId transfer) {
        return reviews.findFirstByTransferIdOrderByNumberDesc(transfer.value())
                .map(TrailReview::openedAt)
                .or(() -> acts.beginning(transfer.value()))
                .filter(since -> isDue(since, settings.every(), clock.instant()))
                .isPresent();
    }

    /** Opens one where nobody waits for the answer: who can help is told when nobody may look. */
    private void tell(TransferId transfer, Occasion occasion) {
        var attempt = attempt(transfer, occasion);
        if (attempt.refusal() instanceof NotIndependent) {
            var known = transfers.known(transfer);
            trail.record(
                    "trail-review-impossible",
                    new TrailRef("transfer", transfer.toString(), known.name(), transfer.value(), null, null));
            events.publishEvent(new NobodyIndependent(transfer, occasion));
        }
    }

    private Attempt attempt(TransferId transfer, Occasion occasion) {
        oneAtATime(transfer);
        var last = reviews.findFirstByTransferIdOrderByNumberDesc(transfer.value());
        if (last.isPresent() && last.get().state() != ReviewState.SIGNED) {
            return new Attempt(null, new AlreadyOpen(last.get().number()));
        }
        var from = last.map(TrailReview::ledgerTo).orElseGet(() -> acts.firstLeaf(transfer.value()));
        var to = acts.extent();
        var seed = seed();
        var team = access.people(transfer.value());
        var sample = sampling.draw(transfer, team, from, to.size(), settings.share(), seed);
        if (sample.picks().isEmpty()) {
            return new Attempt(null, new NothingToReview());
        }
        if (Independence.reviewers(people.quality(), doers(sample)).isEmpty()) {
            return new Attempt(null, new NotIndependent("trailreview.nobody-independent"));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var review = reviews.save(new TrailReview(
                transfer,
                last.map(TrailReview::number).orElse(0) + 1,
                occasion,
                Acting.current().username(),
                now,
                now.atZone(ZoneOffset.UTC).plus(settings.within()).toInstant(),
                settings.share(),
                seed,
                team,
                from,
                to,
                sample));
        var sampled = new ArrayList<SampledEntry>();
        for (var pick : sample.picks()) {
            sampled.add(new SampledEntry(review, sampled.size() + 1, pick));
        }
        entries.saveAllAndFlush(sampled);
        events.publishEvent(new ReviewOpened(transfer, review.reviewId()));
        return new Attempt(review.reviewId(), null);
    }

    private static java.util.Set<String> doers(Sample sample) {
        return sample.picks().stream().map(pick -> pick.act().username()).collect(Collectors.toSet());
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Two who open at once get one review and one refusal. */
    private void oneAtATime(TransferId transfer) {
        Locks.about(jdbc, "trail review", transfer.value());
    }
}
