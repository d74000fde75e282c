package dev.baton.trailreview;

import dev.baton.Page;
import dev.baton.PageUnreadable;
import dev.baton.audit.SealedActs;
import dev.baton.audit.TrailAccess;
import dev.baton.audit.TrailAct;
import dev.baton.audit.TrailReader;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.trailreview.TrailReviewRefusals.ReviewUnknown;
import dev.baton.transfer.TransferId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to reviews of the trail for those who read them, and for the gate that asks how much is reviewed. */
@Service
@Transactional(readOnly = true)
public class TrailReviews {

    private final TrailReviewRecords reviews;
    private final SampledEntries entries;
    private final TrailFindingRecords findings;
    private final ReviewReading reading;
    private final Sampling sampling;
    private final SealedActs acts;
    private final TrailReader trail;
    private final TrailAccess access;
    private final People people;

    TrailReviews(
            TrailReviewRecords reviews,
            SampledEntries entries,
            TrailFindingRecords findings,
            ReviewReading reading,
            Sampling sampling,
            SealedActs acts,
            TrailReader trail,
            TrailAccess access,
            People people) {
        this.reviews = reviews;
        this.entries = entries;
        this.findings = findings;
        this.reading = reading;
        this.sampling = sampling;
        this.acts = acts;
        this.trail = trail;
        this.access = access;
        this.people = people;
    }

    /** The reviews of a transfer, newest first, for whoever may read its trail; acts for quality and auditors alone. */
    public Page<TrailReviewView> list(TransferId transfer, @Nullable String after, int limit) {
        access.requireReading(transfer.value());
        var before = after == null ? Integer.MAX_VALUE : number(after);
        var page = Page.of(
                reviews.findByTransferIdOrderByNumberDesc(transfer.value()).stream()
                        .filter(review -> review.number() < before)
                        .limit(limit + 1L)
                        .toList(),
                limit,
                review -> String.valueOf(review.number()));
        return page.map(reading::view).map(TrailReviews::shown);
    }

    /** The review, for whoever may read the trail of its transfer. */
    public TrailReviewView view(TrailReviewId id) {
        return shown(reading.view(readable(id)));
    }

    /** The review without asking who wants to know: for the workflow and for notices. */
    public TrailReviewView known(TrailReviewId id) {
        return reading.unsigned(reviews.findById(id.value()).orElseThrow(ReviewUnknown::new));
    }

    /** Ids of all reviews that wait in that state. */
    public Set<TrailReviewId> waiting(ReviewState state) {
        return reviews.findByState(state.code()).stream()
                .map(TrailReview::reviewId)
                .collect(Collectors.toSet());
    }

    /** The acts of a review, with their fields, by number; for quality and auditors. */
    public Map<Long, TrailAct> acts(TrailReviewId id, Collection<Long> numbers) {
        var review = readable(id);
        return trail.acts(review.transfer().value(), numbers);
    }

    /** How much of the trail of a transfer has been reviewed; asked by gates, so without asking who wants to know. */
    public TrailCoverage coverage(TransferId transfer) {
        var all = reviews.findByTransferIdOrderByNumberDesc(transfer.value());
        var signed = all.stream()
                .filter(review -> review.state() == ReviewState.SIGNED)
                .findFirst();
        var open = all.stream()
                .filter(review -> review.state() != ReviewState.SIGNED)
                .findFirst();
        var critical = findings.findByTransferIdOrderByReviewNumberAscNumberAsc(transfer.value()).stream()
                .filter(finding -> finding.isCritical() && finding.view().isOpen())
                .count();
        return new TrailCoverage(
                signed.map(TrailReview::closedAt).orElse(null),
                sampling.since(
                        transfer, signed.map(TrailReview::ledgerTo).orElseGet(() -> acts.firstLeaf(transfer.value()))),
                open.map(TrailReview::number).orElse(null),
                (int) critical);
    }

    /** As {@link #coverage}, for whoever may read the trail. */
    public TrailCoverage readableCoverage(TransferId transfer) {
        access.requireReading(transfer.value());
        return coverage(transfer);
    }

    /** Whether the sample, drawn again from its seed, is the one that was looked at; for quality and auditors. */
    public boolean isDrawnAgain(TrailReviewId id) {
        var review = readable(id);
        access.requireExport(review.transfer().value());
        var again = sampling.draw(
                review.transfer(),
                review.team(),
                review.ledgerFrom(),
                review.ledgerTo(),
                review.share(),
                review.seed());
        return again.picks().stream()
                .map(pick -> pick.act().no())
                .toList()
                .equals(entries.findByReviewIdOrderByPosition(id.value()).stream()
                        .map(SampledEntry::actNo)
                        .toList());
    }

    /** User names and names of those who can be asked to do something about a finding of this review. */
    public List<PersonView> possiblyResponsible(TrailReviewId id) {
        var review = readable(id);
        var team = access.people(review.transfer().value());
        return people.all().stream()
                .filter(PersonView::enabled)
                .filter(person -> team.contains(person.username()) || person.is(Role.QUALITY))
                .filter(person -> !person.username().equals(me()))
                .toList();
    }

    /** Who did what is for quality and auditors; the lead sees what came of it. */
    private static TrailReviewView shown(TrailReviewView review) {
        var me = Acting.current();
        return me.is(Role.QUALITY) || me.is(Role.AUDITOR)
                ? review
                : new TrailReviewView(
                        review.head(), List.of(), review.findings(), review.signatures(), review.reviewers());
    }

    private TrailReview readable(TrailReviewId id) {
        var review = reviews.findById(id.value()).orElseThrow(ReviewUnknown::new);
        access.requireReading(review.transfer().value());
        return review;
    }

    private static int number(String after) {
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new PageUnreadable("after");
        }
    }

    private static String me() {
        return Acting.current().username();
    }
}
