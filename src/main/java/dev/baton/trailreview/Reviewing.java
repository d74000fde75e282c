package dev.baton.trailreview;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.SealedActs;
import dev.baton.audit.TrailAccess;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.trailreview.TrailReviewEvent.FindingOpened;
import dev.baton.trailreview.TrailReviewEvent.ReviewSigned;
import dev.baton.trailreview.TrailReviewEvent.ReviewVerified;
import dev.baton.trailreview.TrailReviewEvent.ReviewerChanged;
import dev.baton.trailreview.TrailReviewEvent.SecondSigned;
import dev.baton.trailreview.TrailReviewRefusals.EntryRefused;
import dev.baton.trailreview.TrailReviewRefusals.NotOpen;
import dev.baton.trailreview.TrailReviewRefusals.NotTheReviewer;
import dev.baton.trailreview.TrailReviewRefusals.ReviewUnknown;
import dev.baton.trailreview.TrailReviewRefusals.TrailAltered;
import dev.baton.trailreview.TrailReviewRefusals.Unanswered;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for those who review: looking, noting, handing over, signing, verifying. */
@Service
@Transactional
public class Reviewing {

    private final TrailReviews reviews;
    private final TrailReviewRecords records;
    private final SampledEntries entries;
    private final TrailFindingRecords findings;
    private final FindingRules rules;
    private final ReviewReading reading;
    private final ReviewPeople reviewers;
    private final SealedActs acts;
    private final TrailAccess access;
    private final People people;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviewing(
            TrailReviews reviews,
            TrailReviewRecords records,
            SampledEntries entries,
            TrailFindingRecords findings,
            FindingRules rules,
            ReviewReading reading,
            ReviewPeople reviewers,
            SealedActs acts,
            TrailAccess access,
            People people,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.records = records;
        this.entries = entries;
        this.findings = findings;
        this.rules = rules;
        this.reading = reading;
        this.reviewers = reviewers;
        this.acts = acts;
        this.access = access;
        this.people = people;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * These acts are in order, says the current actor, who is the reviewer from now on. A verdict that was given already
     * is changed only for a reason, which comes from {@link Acting#reason()}.
     */
    public TrailReviewView inOrder(TrailReviewId id, Collection<Integer> positions) {
        var review = mine(id);
        var now = now();
        for (var entry : chosen(review, positions)) {
            drop(review, entry);
            entries.save(entry.answered(Verdict.IN_ORDER, me(), now));
        }
        entries.flush();
        return reading.view(review);
    }

    /** This act is not in order, says the current actor; as {@link #inOrder} otherwise. */
    public TrailReviewView finding(TrailReviewId id, Collection<Integer> positions, NewFinding entered) {
        var review = mine(id);
        if (positions.size() != 1) {
            throw new EntryRefused(List.of(Fault.of("entries", "trailreview.one-act")));
        }
        var entry = chosen(review, positions).get(0);
        var possible = reviews.possiblyResponsible(id).stream()
                .map(PersonView::username)
                .toList();
        var found = rules.require(entered, possible);
        var now = now();
        drop(review, entry);
        var number = findings.findByReviewIdOrderByNumber(id.value()).size() + 1;
        findings.save(new TrailFinding(review, entry, number, found, me(), now));
        entries.saveAndFlush(entry.answered(Verdict.FINDING, me(), now));
        return reading.view(review);
    }

    /** Passes for quality, before anybody types a reason or a password. */
    @Transactional(readOnly = true)
    public void requireReviewer(TrailReviewId id) {
        requireReviewer(records.findById(id.value()).orElseThrow(ReviewUnknown::new));
    }

    /**
     * The current actor looks instead of whoever has begun, for a reason, which comes from {@link Acting#reason()}. What
     * was said so far is taken back: who signs has looked at everything themselves.
     */
    public TrailReviewView takeOver(TrailReviewId id) {
        var review = locked(id);
        var sampled = entries.findByReviewIdOrderByPosition(id.value());
        if (review.looking() == null) {
            throw new NotOpen();
        }
        if (!reviewers.mightTakeOver(review, sampled).contains(me())) {
            throw refusal(review, sampled);
        }
        var before = review.state() == ReviewState.SECOND ? review.reviewer() : null;
        for (var entry : sampled) {
            if (entry.isAnswered() && (before == null || entry.isDoneBy(before))) {
                drop(review, entry);
                entries.save(entry.unanswered());
            }
        }
        records.saveAndFlush(review.takenBy(me()));
        events.publishEvent(new ReviewerChanged(review.transfer(), id));
        return reading.view(review);
    }

    /** The reviewer signs what they have looked at; findings become tasks. */
    public SignatureView sign(TrailReviewId id, SigningProof proof) {
        var review = mine(id);
        var part = review.state() == ReviewState.SECOND ? 2 : 1;
        var seen = reading.unsigned(review);
        var mine = seen.part(part);
        var left = mine.stream().filter(entry -> entry.answer() == null).count();
        if (left > 0 || mine.isEmpty()) {
            throw new Unanswered((int) left);
        }
        requireUnaltered(mine);
        var now = now();
        var raised = findings.findByReviewIdOrderByNumber(id.value()).stream()
                .filter(finding -> finding.state() == FindingState.RAISED)
                .toList();
        var signature = signatures.sign(
                proof,
                subject(review, ReviewContent.RESULT, part),
                Meaning.REVIEW,
                Role.QUALITY,
                reading.hash(seen, part),
                raised.isEmpty() ? "no-findings" : "findings",
                null);
        raised.forEach(finding -> findings.saveAndFlush(finding.opened()));
        var critical = findings.findByReviewIdOrderByNumber(id.value()).stream()
                .anyMatch(finding -> finding.isCritical() && finding.stands());
        if (part == 1) {
            var ownActs = !seen.part(2).isEmpty();
            records.saveAndFlush(review.firstSigned(ownActs, critical, now));
            events.publishEvent(new ReviewSigned(review.transfer(), id, ownActs, critical));
        } else {
            records.saveAndFlush(review.partsSigned(critical, now));
            events.publishEvent(new SecondSigned(review.transfer(), id, critical));
        }
        raised.forEach(finding -> events.publishEvent(
                new FindingOpened(review.transfer(), finding.view().id())));
        return signature;
    }

    /** Somebody else of quality verifies a review in which something critical was found, and signs. */
    public SignatureView verify(TrailReviewId id, @Nullable String words, SigningProof proof) {
        var review = locked(id);
        if (review.state() != ReviewState.VERIFICATION) {
            throw new NotOpen();
        }
        if (!reading.unsigned(review).reviewers().contains(me())) {
            throw refusal(review, List.of());
        }
        var faults = new ArrayList<Fault>();
        Texts.check("comment", words, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        var said = Texts.stripped(words);
        requireUnaltered(reading.unsigned(review).entries());
        records.saveAndFlush(review.verified(me(), said, now()));
        var signature = signatures.sign(
                proof,
                subject(review, ReviewContent.VERIFICATION, 1),
                Meaning.RESPONSIBILITY,
                Role.QUALITY,
                reading.verificationHash(reading.unsigned(review)),
                "verified",
                said);
        events.publishEvent(new ReviewVerified(review.transfer(), id));
        return signature;
    }

    private TrailReview locked(TrailReviewId id) {
        var review = records.findLocked(id.value()).orElseThrow(ReviewUnknown::new);
        requireReviewer(review);
        return review;
    }

    private void requireReviewer(TrailReview review) {
        access.requireReading(review.transfer().value());
        if (!Acting.current().is(Role.QUALITY)) {
            throw new RoleMissing(Role.QUALITY);
        }
    }

    /** The review in the current actor's hands; whoever may look and acts first has it from now on. */
    private TrailReview mine(TrailReviewId id) {
        var review = locked(id);
        if (review.state() != ReviewState.OPEN && review.state() != ReviewState.SECOND) {
            throw new NotOpen();
        }
        var sampled = entries.findByReviewIdOrderByPosition(id.value());
        if (!reviewers.may(review, sampled, List.of()).contains(me())) {
            throw refusal(review, sampled);
        }
        if (!me().equals(review.looking())) {
            var changed = review.looking() != null;
            records.saveAndFlush(review.takenBy(me()));
            events.publishEvent(new ReviewerChanged(review.transfer(), id));
            if (changed) {
                takeBack(review, sampled);
            }
        }
        return review;
    }

    /** Somebody who is no longer of quality had begun. */
    private void takeBack(TrailReview review, List<SampledEntry> sampled) {
        sampled.stream()
                .filter(SampledEntry::isAnswered)
                .filter(entry -> review.state() == ReviewState.OPEN || entry.isDoneBy(review.reviewer()))
                .forEach(entry -> {
                    drop(review, entry);
                    entries.save(entry.unanswered());
                });
    }

    private List<SampledEntry> chosen(TrailReview review, Collection<Integer> positions) {
        var faults = new ArrayList<Fault>();
        var chosen = entries.findByReviewIdOrderByPosition(review.getId()).stream()
                .filter(entry -> positions.contains(entry.position()))
                .toList();
        if (positions.isEmpty() || chosen.size() != Set.copyOf(positions).size()) {
            faults.add(Fault.of("entries", "trailreview.entries-unknown"));
        }
        var second = review.state() == ReviewState.SECOND;
        for (var entry : chosen) {
            if (entry.isDoneBy(review.reviewer()) != second) {
                throw new NotTheReviewer(second ? "trailreview.signed-already" : "trailreview.own-act");
            }
            if (entry.isAnswered()
                    && (Acting.reason() == null || Acting.reason().isBlank())) {
                faults.add(Fault.of("reason", "reason.missing"));
            }
        }
        refuse(faults);
        return chosen;
    }

    /** A finding that is thought better of stays in the trail. */
    private void drop(TrailReview review, SampledEntry entry) {
        findings.findByReviewIdOrderByNumber(review.getId()).stream()
                .filter(finding -> finding.entryPosition() == entry.position())
                .filter(finding -> finding.state() == FindingState.RAISED)
                .forEach(finding -> findings.saveAndFlush(finding.dropped()));
    }

    private void requireUnaltered(List<TrailReviewView.Entry> looked) {
        var now = acts.digests(looked.stream().map(TrailReviewView.Entry::no).toList());
        if (looked.stream().anyMatch(entry -> !Objects.equals(now.get(entry.no()), entry.digest()))) {
            throw new TrailAltered();
        }
    }

    private NotTheReviewer refusal(TrailReview review, List<SampledEntry> sampled) {
        var looking = review.looking();
        if (review.state() == ReviewState.VERIFICATION) {
            return new NotTheReviewer("trailreview.not-the-verifier");
        }
        if (looking != null && !looking.equals(me()) && reviewers.quality().contains(looking)) {
            var name = people.person(looking).map(PersonView::name).orElse(looking);
            return new NotTheReviewer("trailreview.taken", name);
        }
        return new NotTheReviewer(
                sampled.stream().anyMatch(entry -> entry.isDoneBy(me()))
                        ? "trailreview.not-independent"
                        : "trailreview.not-yours");
    }

    private static SignedSubject subject(TrailReview review, String type, int part) {
        return new SignedSubject(
                type, review.getId(), part, review.label(), review.transfer().value(), null);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults.stream().distinct().toList());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String me() {
        return Acting.current().username();
    }
}
