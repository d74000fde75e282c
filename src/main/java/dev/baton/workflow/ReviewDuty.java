package dev.baton.workflow;

import dev.baton.trailreview.ReviewState;
import dev.baton.trailreview.TrailReviewId;
import dev.baton.trailreview.TrailReviewView;
import dev.baton.trailreview.TrailReviews;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** A task in a review of the audit trail: it is open while the review is in one state, and its page is the review's. */
abstract class ReviewDuty implements Duty {

    private final String kind;
    private final String definitionKey;
    private final ReviewState whileIn;
    private final ObjectProvider<TrailReviews> reviews;

    ReviewDuty(String kind, String definitionKey, ReviewState whileIn, ObjectProvider<TrailReviews> reviews) {
        this.kind = kind;
        this.definitionKey = definitionKey;
        this.whileIn = whileIn;
        this.reviews = reviews;
    }

    static String title(int number) {
        return "Audit trail, review " + number;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String processKey() {
        return AuditTrailReview.REVIEW;
    }

    @Override
    public String definitionKey() {
        return definitionKey;
    }

    @Override
    public String page(String key) {
        return "/trail-reviews/" + key;
    }

    @Override
    public Card card(String key) {
        var review = known(key);
        var head = review.head();
        var may = review.reviewers();
        return new Card(
                head.transferId(), null, title(head.number()), head.dueAt(), begun(review) ? may.get(0) : null, may);
    }

    @Override
    public boolean isDone(String key) {
        return known(key).head().state().compareTo(whileIn) > 0;
    }

    @Override
    public Set<String> waiting() {
        return reviews.getObject().waiting(whileIn).stream()
                .map(TrailReviewId::toString)
                .collect(Collectors.toSet());
    }

    /** Whoever has begun has it alone. */
    private boolean begun(TrailReviewView review) {
        var head = review.head();
        var looking = whileIn == ReviewState.SECOND ? head.secondReviewer() : head.reviewer();
        return whileIn != ReviewState.VERIFICATION
                && review.reviewers().size() == 1
                && review.reviewers().get(0).equals(looking);
    }

    private TrailReviewView known(String key) {
        return reviews.getObject().known(TrailReviewId.of(key));
    }
}
