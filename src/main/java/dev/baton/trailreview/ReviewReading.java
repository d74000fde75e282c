package dev.baton.trailreview;

import dev.baton.audit.SealedActs;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.trailreview.TrailReviewView.Signed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a review together from its records, and tells what its signatures are worth. */
@Component
class ReviewReading {

    private final SampledEntries entries;
    private final TrailFindingRecords findings;
    private final Signatures signatures;
    private final SealedActs acts;
    private final ReviewPeople people;

    ReviewReading(
            SampledEntries entries,
            TrailFindingRecords findings,
            Signatures signatures,
            SealedActs acts,
            ReviewPeople people) {
        this.entries = entries;
        this.findings = findings;
        this.signatures = signatures;
        this.acts = acts;
        this.people = people;
    }

    TrailReviewView view(TrailReview review) {
        var unsigned = unsigned(review);
        var signed = signed(review).stream()
                .map(signature -> new Signed(
                        signature,
                        hash(unsigned, signature).filter(signature::isValidFor).isPresent()))
                .toList();
        return new TrailReviewView(
                unsigned.head(), unsigned.entries(), unsigned.findings(), signed, unsigned.reviewers());
    }

    /** The review without its signatures. */
    TrailReviewView unsigned(TrailReview review) {
        var sampled = entries.findByReviewIdOrderByPosition(review.getId());
        var found = findings.findByReviewIdOrderByNumber(review.getId());
        return new TrailReviewView(
                review.head(),
                sampled.stream().map(SampledEntry::view).toList(),
                found.stream().map(TrailFinding::view).toList(),
                List.of(),
                people.may(review, sampled, found));
    }

    /** The hash that this signature must carry, computed anew from what is stored and from the ledger. */
    Optional<String> hash(TrailReviewView review, SignatureView signature) {
        return switch (signature.subject().type()) {
            case ReviewContent.RESULT -> Optional.of(
                    hash(review, signature.subject().version()));
            case ReviewContent.VERIFICATION -> Optional.of(verificationHash(review));
            default -> Optional.empty();
        };
    }

    String hash(TrailReviewView review, int part) {
        var numbers = review.part(part).stream().map(TrailReviewView.Entry::no).toList();
        return ReviewContent.ofPart(review, part, acts.digests(numbers));
    }

    String verificationHash(TrailReviewView review) {
        var parts = new ArrayList<String>();
        parts.add(hash(review, 1));
        if (!review.part(2).isEmpty()) {
            parts.add(hash(review, 2));
        }
        return ReviewContent.ofVerification(review, parts);
    }

    private List<SignatureView> signed(TrailReview review) {
        var all = new ArrayList<>(signatures.on(ReviewContent.RESULT, review.getId()));
        all.addAll(signatures.on(ReviewContent.VERIFICATION, review.getId()));
        all.sort(Comparator.comparing(SignatureView::signedAt));
        return all;
    }
}
