package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.trailreview.TrailReviews;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the reviews of a transfer's audit trail. */
@Component
class TrailReviewWay implements TransferWay {

    private final TrailReviews reviews;
    private final Transfers transfers;
    private final RefusalTexts texts;

    TrailReviewWay(TrailReviews reviews, Transfers transfers, RefusalTexts texts) {
        this.reviews = reviews;
        this.transfers = transfers;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.EVIDENCE;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var actor = Acting.current();
        var reads = transfers.isLead(transfer.id()) || actor.is(Role.QUALITY) || actor.is(Role.AUDITOR);
        if (!reads) {
            return Optional.empty();
        }
        var complete = reviews.coverage(transfer.id()).isComplete();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/trail-reviews",
                texts.word("trailreview.page.title"),
                texts.word(complete ? "trailreview.page.complete" : "trailreview.page.incomplete")));
    }
}
