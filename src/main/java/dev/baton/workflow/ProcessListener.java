package dev.baton.workflow;

import dev.baton.capture.CaptureEvent;
import dev.baton.capture.CaptureEvent.CapturePassedOn;
import dev.baton.capture.CaptureEvent.CaptureRequested;
import dev.baton.capture.CaptureEvent.CaptureSubmitted;
import dev.baton.capture.CaptureEvent.DueBroughtForward;
import dev.baton.capture.CaptureEvent.ItemRevised;
import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.CaptureEvent.NothingHiddenSigned;
import dev.baton.capture.CaptureEvent.RevisionBegun;
import dev.baton.capture.CaptureEvent.SteppedOut;
import dev.baton.capture.Items;
import dev.baton.handover.Gates;
import dev.baton.handover.HandoverRefusals.GateClosed;
import dev.baton.review.Decision;
import dev.baton.review.ReviewEvent;
import dev.baton.review.ReviewEvent.Answered;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.ReviewEvent.Decided;
import dev.baton.review.ReviewEvent.PeerNamed;
import dev.baton.review.ReviewEvent.Triaged;
import dev.baton.review.Stage;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferEvent;
import dev.baton.transfer.TransferEvent.TeamChanged;
import dev.baton.transfer.TransferEvent.TransferImported;
import dev.baton.transfer.TransferEvent.TransferStarted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the processes in the transaction that changed the record: both commit, or neither. */
@Component
class ProcessListener {

    private final SiteTransferProcess transfers;
    private final KnowledgeCaptureProcess captures;
    private final ItemReviewProcess reviews;
    private final TaskPeople people;
    private final DutyTasks duties;
    private final Gates gates;
    private final Items items;

    ProcessListener(
            SiteTransferProcess transfers,
            KnowledgeCaptureProcess captures,
            ItemReviewProcess reviews,
            TaskPeople people,
            DutyTasks duties,
            Gates gates,
            Items items) {
        this.transfers = transfers;
        this.captures = captures;
        this.reviews = reviews;
        this.people = people;
        this.duties = duties;
        this.gates = gates;
        this.items = items;
    }

    @EventListener
    void on(TransferEvent event) {
        if (event instanceof TransferImported) {
            transfers.begin(event.transferId());
        } else if (event instanceof TransferStarted) {
            var gate = gates.known(event.transferId());
            if (!gate.open()) {
                throw new GateClosed(gate.missing());
            }
            transfers.conclude(event.transferId(), Phase.INITIATION);
        } else if (event instanceof TeamChanged) {
            people.refreshAll(event.transferId());
            duties.refreshAll(event.transferId());
        }
    }

    @EventListener
    void on(CaptureEvent event) {
        if (event instanceof CaptureRequested asked) {
            captures.begin(asked);
        } else if (event instanceof DueBroughtForward earlier) {
            earlier.requests().forEach(request -> captures.dueEarlier(request.captureId(), request.dueAt()));
        } else if (event instanceof CaptureSubmitted submitted) {
            captures.submitted(submitted.captureId(), submitted.items());
        } else if (event instanceof NothingHiddenSigned signed) {
            captures.nothingHidden(signed.captureId());
        } else if (event instanceof CapturePassedOn passedOn) {
            captures.passedOn(passedOn.captureId());
        } else if (event instanceof ItemRevised revised) {
            reviews.revised(revised.itemId(), revised.version(), revised.qualityFirst());
        } else if (event instanceof RevisionBegun begun) {
            var item = items.head(begun.itemId());
            reviews.beginRevision(begun.transferId(), item.stepId(), begun.itemId(), item.version());
        } else if (event instanceof ItemWithdrawn withdrawn) {
            reviews.withdrawn(withdrawn.itemId());
        } else if (event instanceof SteppedOut out) {
            reviews.steppedOut(out.itemId());
        }
    }

    @EventListener
    void on(ReviewEvent event) {
        if (event instanceof Decided decided) {
            reviews.decided(decided.itemId(), decided.stage(), decided.decision());
        } else if (event instanceof Triaged triaged) {
            reviews.decided(triaged.itemId(), Stage.TRIAGE, Decision.ACCEPT);
        } else if (event instanceof Approved approved) {
            reviews.decided(approved.itemId(), Stage.APPROVAL, Decision.ACCEPT);
        } else if (event instanceof PeerNamed named) {
            reviews.peerNamed(named.itemId());
        } else if (event instanceof Answered answered) {
            reviews.answered(answered.itemId(), answered.stage(), answered.asker());
        }
    }
}
