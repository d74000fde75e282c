package dev.baton.trailreview;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells exports and checks whether the signatures on reviews of the trail still stand. */
@Component
class TrailReviewSigned implements SignedContent {

    private final TrailReviewRecords reviews;
    private final ReviewReading reading;

    TrailReviewSigned(TrailReviewRecords reviews, ReviewReading reading) {
        this.reviews = reviews;
        this.reading = reading;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentHash(SignatureView signature) {
        var subject = signature.subject();
        return switch (subject.type()) {
            case ReviewContent.RESULT, ReviewContent.VERIFICATION -> reviews.findById(subject.id())
                    .map(reading::unsigned)
                    .flatMap(review -> reading.hash(review, signature));
            default -> Optional.empty();
        };
    }
}
