package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.transfer.TransferId;
import dev.baton.verification.HoldRegister;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells verification what quality holds, which it may not ask review itself. */
@Component
class ReviewHolds implements HoldRegister {

    private final Reviews reviews;

    ReviewHolds(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean isHeld(ItemId item, int version) {
        return reviews.triageOf(item, version).filter(TriageView::onHold).isPresent();
    }

    @Override
    public Map<ItemId, Set<Integer>> heldIn(TransferId transfer) {
        return reviews.onHold(transfer);
    }
}
