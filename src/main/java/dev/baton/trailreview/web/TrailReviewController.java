package dev.baton.trailreview.web;

import dev.baton.Page;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.trailreview.NewFinding;
import dev.baton.trailreview.Reviewing;
import dev.baton.trailreview.TrailReviewId;
import dev.baton.trailreview.TrailReviewOpening;
import dev.baton.trailreview.TrailReviews;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of the trail over the API. */
@RestController
@RequestMapping("/api")
class TrailReviewController {

    private final TrailReviews reviews;
    private final TrailReviewOpening opening;
    private final Reviewing reviewing;
    private final Reauthentication reauthentication;
    private final TrailReviewJson json;

    TrailReviewController(
            TrailReviews reviews,
            TrailReviewOpening opening,
            Reviewing reviewing,
            Reauthentication reauthentication,
            TrailReviewJson json) {
        this.reviews = reviews;
        this.opening = opening;
        this.reviewing = reviewing;
        this.reauthentication = reauthentication;
        this.json = json;
    }

    /**
     * What is said of acts.
     *
     * @param entries their positions in the sample
     * @param finding what is not in order with the one act; null: they are in order
     * @param reason why an answer that was given already is changed
     */
    record Answer(@Nullable List<Integer> entries, @Nullable NewFinding finding, @Nullable String reason) {}

    /** Why somebody else looks. */
    record TakeOver(@Nullable String reason) {}

    /** What is typed to sign, and words where there are some. */
    record Signing(@Nullable String comment, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Signing[]";
        }
    }

    @PostMapping("/transfers/{id}/trail-reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> open(@PathVariable String id) {
        return json.of(reviews.view(opening.open(TransferId.of(id))));
    }

    @GetMapping("/transfers/{id}/trail-reviews")
    Page<Map<String, @Nullable Object>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        return reviews.list(TransferId.of(id), after, Page.requireLimit(limit)).map(json::head);
    }

    @GetMapping("/transfers/{id}/trail-coverage")
    Map<String, @Nullable Object> coverage(@PathVariable String id) {
        return json.of(reviews.readableCoverage(TransferId.of(id)));
    }

    @GetMapping("/trail-reviews/{id}")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return json.of(reviews.view(TrailReviewId.of(id)));
    }

    @GetMapping("/trail-reviews/{id}/sample")
    Map<String, Boolean> sample(@PathVariable String id) {
        return Map.of("same", reviews.isDrawnAgain(TrailReviewId.of(id)));
    }

    @PostMapping("/trail-reviews/{id}/answers")
    Map<String, @Nullable Object> answer(@PathVariable String id, @RequestBody Answer answer) {
        var review = TrailReviewId.of(id);
        var positions = answer.entries() == null ? List.<Integer>of() : answer.entries();
        var found = answer.finding();
        return json.of(Acting.because(
                answer.reason(),
                () -> found == null
                        ? reviewing.inOrder(review, positions)
                        : reviewing.finding(review, positions, found)));
    }

    @PostMapping("/trail-reviews/{id}/take-over")
    Map<String, @Nullable Object> takeOver(@PathVariable String id, @RequestBody TakeOver asked) {
        var review = TrailReviewId.of(id);
        reviewing.requireReviewer(review);
        return json.of(Reasons.require(asked.reason(), () -> reviewing.takeOver(review)));
    }

    @PostMapping("/trail-reviews/{id}/sign")
    Map<String, @Nullable Object> sign(@PathVariable String id, @RequestBody Signing asked) {
        var review = TrailReviewId.of(id);
        reviewing.requireReviewer(review);
        reviewing.sign(review, proof(asked));
        return json.of(reviews.view(review));
    }

    @PostMapping("/trail-reviews/{id}/verify")
    Map<String, @Nullable Object> verify(@PathVariable String id, @RequestBody Signing asked) {
        var review = TrailReviewId.of(id);
        reviewing.requireReviewer(review);
        reviewing.verify(review, asked.comment(), proof(asked));
        return json.of(reviews.view(review));
    }

    private SigningProof proof(Signing asked) {
        return reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
    }
}
