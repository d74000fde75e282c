package dev.baton.recognition;

import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.Reviews;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Gives credits when a version is approved, and takes them back visibly when its item is withdrawn. */
@Component
class Crediting {

    private final Items items;
    private final Reviews reviews;
    private final Credits credits;
    private final CreditWithdrawals withdrawals;
    private final Clock clock;

    Crediting(Items items, Reviews reviews, Credits credits, CreditWithdrawals withdrawals, Clock clock) {
        this.items = items;
        this.reviews = reviews;
        this.credits = credits;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(Approved event) {
        var item = items.known(event.itemId());
        if (item.state() == ItemState.WITHDRAWN) {
            return;
        }
        var title = item.content().title();
        for (var contribution : reviews.contributions(event.itemId(), event.version())) {
            if (!credits.existsBySignatureIdAndAct(contribution.signatureId(), contribution.act())) {
                credits.save(new Credit(
                        item,
                        event.version(),
                        title == null ? event.itemId().toString() : title,
                        contribution,
                        clock.instant()));
            }
        }
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn event) {
        var item = event.itemId().value();
        for (var credit : credits.findByItemId(item)) {
            if (!withdrawals.existsByCreditId(credit.getId())) {
                withdrawals.save(new CreditWithdrawal(
                        credit.getId(), credit.trailRef(), event.transferId().value(), item, clock.instant()));
            }
        }
    }
}
