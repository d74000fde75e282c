package dev.baton.web.evaluation;

import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.trailreview.NewFinding;
import dev.baton.trailreview.ReviewState;
import dev.baton.trailreview.Reviewing;
import dev.baton.trailreview.TrailReviewId;
import dev.baton.trailreview.TrailReviewOpening;
import dev.baton.trailreview.TrailReviewView;
import dev.baton.trailreview.TrailReviews;
import dev.baton.transfer.TransferId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reviews of the sample's audit trails: one signed, with something found, and one that waits for its reviewer. */
@Component
class TrailReviewActs {

    private static final int DAYS_TO_ANSWER = 14;
    private static final List<String> QUALITY = List.of("quality2", "quality");

    private final TrailReviews reviews;
    private final TrailReviewOpening opening;
    private final Reviewing reviewing;
    private final Reauthentication reauthentication;
    private final DemoPeople people;
    private final Clock clock;

    TrailReviewActs(
            TrailReviews reviews,
            TrailReviewOpening opening,
            Reviewing reviewing,
            Reauthentication reauthentication,
            DemoPeople people,
            Clock clock) {
        this.reviews = reviews;
        this.opening = opening;
        this.reviewing = reviewing;
        this.reauthentication = reauthentication;
        this.people = people;
        this.clock = clock;
    }

    /** Leaves a review of this trail to be looked at. */
    void open(TransferId transfer) {
        newest(transfer);
    }

    /** Has this trail reviewed to the last signature; the lead is asked to put one thing right. */
    void review(TransferId transfer) {
        var id = newest(transfer);
        // Each turn ends with a signature; acts of the first reviewer are the second one's turn.
        for (int turn = 0; turn < QUALITY.size(); turn++) {
            var review = as("auditor", () -> reviews.view(id));
            if (review.head().state() == ReviewState.SIGNED) {
                return;
            }
            var who = QUALITY.stream()
                    .filter(review.reviewers()::contains)
                    .findFirst()
                    .orElseThrow();
            as(who, () -> look(review, who));
        }
    }

    private TrailReviewId newest(TransferId transfer) {
        return as(QUALITY.get(0), () -> reviews.list(transfer, null, 1).items().stream()
                .findFirst()
                .map(review -> review.head().id())
                .orElseGet(() -> opening.open(transfer)));
    }

    private Void look(TrailReviewView review, String who) {
        var id = review.head().id();
        var left = review.leftFor(who).stream()
                .map(TrailReviewView.Entry::position)
                .toList();
        var first =
                review.head().state() == ReviewState.OPEN && review.findings().isEmpty();
        if (first && !left.isEmpty()) {
            reviewing.finding(id, left.subList(0, 1), found());
            left = left.subList(1, left.size());
        }
        if (!left.isEmpty()) {
            reviewing.inOrder(id, left);
        }
        reviewing.sign(id, reauthentication.prove(Acting.current().username(), DemoPeople.PASSWORD));
        return null;
    }

    private NewFinding found() {
        return new NewFinding(
                "The reason for this act does not say who asked for it, or where that is written down.",
                "minor",
                "Name the meeting or the mail in which it was decided, and say so in the reason from now on.",
                "lead",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(DAYS_TO_ANSWER)
                        .toString());
    }

    private <T> T as(String who, Supplier<T> work) {
        return people.as(who, null, work);
    }
}
