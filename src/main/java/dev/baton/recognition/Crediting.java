package dev.baton.recognition;

import dev.baton.capture.CaptureEvent.ContentAltered;
import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.ItemState;
import dev.baton.capture.Items;
import dev.baton.recognition.RecognitionEvent.Credited;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.Reviews;
import dev.baton.review.Reviews.Contribution;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationEvent.StepDemonstrated;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Gives credits when a version is approved, and takes them back visibly when what they stand on falls. */
@Component
class Crediting {

    private static final String INTERVIEWED = "interviewed";

    private final Items items;
    private final Reviews reviews;
    private final Transfers transfers;
    private final Credits credits;
    private final WrittenOut writtenOut;
    private final TakingBack takingBack;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Crediting(
            Items items,
            Reviews reviews,
            Transfers transfers,
            Credits credits,
            WrittenOut writtenOut,
            TakingBack takingBack,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.items = items;
        this.reviews = reviews;
        this.transfers = transfers;
        this.credits = credits;
        this.writtenOut = writtenOut;
        this.takingBack = takingBack;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(Approved event) {
        var item = items.known(event.itemId());
        if (item.state() == ItemState.WITHDRAWN) {
            return;
        }
        var title = item.content().title();
        for (var given : given(event)) {
            if (!credits.existsBySignatureIdAndActAndUsername(given.signatureId(), given.act(), given.username())) {
                credits.save(new Credit(
                        item,
                        event.version(),
                        title == null ? event.itemId().toString() : title,
                        given,
                        clock.instant()));
            }
        }
        events.publishEvent(new Credited(event.transferId(), event.itemId()));
    }

    /** What the signatures say, and that whoever asked wrote it down as well. */
    private List<Contribution> given(Approved event) {
        var signed = reviews.contributions(event.itemId(), event.version());
        var wrote = signed.stream()
                .filter(given -> given.act().equals(INTERVIEWED))
                .filter(given -> writtenOut.by(given.username(), event.itemId().value()))
                .map(given -> new Contribution(Credit.WROTE_OUT, given.username(), given.signatureId(), given.at()));
        return Stream.concat(signed.stream(), wrote).toList();
    }

    /** Showing a step, and seeing it shown, is given as well. */
    @ApplicationModuleListener
    void on(StepDemonstrated event) {
        var step = transfers.step(event.stepId());
        for (var share : event.shares()) {
            if (!credits.existsBySignatureIdAndActAndUsername(share.signatureId(), share.act(), share.username())) {
                credits.save(new Credit(step, share, clock.instant()));
            }
        }
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn event) {
        takingBack.of(credits.findByItemId(event.itemId().value()), CreditWithdrawal.WITHDRAWN);
    }

    /** A signature stands for what was signed; where that is no longer there, nothing was given. */
    @ApplicationModuleListener
    void on(ContentAltered event) {
        takingBack.of(
                credits.findByItemIdAndItemVersion(event.itemId().value(), event.version()), CreditWithdrawal.ALTERED);
    }
}
