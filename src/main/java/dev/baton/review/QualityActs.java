package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.identity.SigningProof;
import dev.baton.review.ReviewEvent.HoldLifted;
import dev.baton.review.ReviewEvent.PeerNamed;
import dev.baton.review.ReviewRefusals.EntryRefused;
import dev.baton.review.ReviewRefusals.NotOnHold;
import dev.baton.review.ReviewRefusals.NotYourStage;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import dev.baton.signature.SignatureView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What quality signs beside a round: a substitute peer, a lifted hold. */
@Component
class QualityActs {

    private final Rounds rounds;
    private final ReviewRecords records;
    private final ReviewSigning signing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QualityActs(
            Rounds rounds,
            ReviewRecords records,
            ReviewSigning signing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.records = records;
        this.signing = signing;
        this.events = events;
        this.clock = clock;
    }

    SignatureView namePeer(ItemView view, String peer, String reason, SigningProof proof) {
        var head = view.head();
        var round = rounds.of(head);
        SequencePolicy.require(round, Stage.PEER_REVIEW);
        requireQuality(view);
        var faults = new ArrayList<Fault>();
        Texts.require("comment", reason, Texts.LONGEST_ANSWER, faults);
        Texts.require("to", peer, Texts.LONGEST_LINE, faults);
        refuse(faults);
        if (round.namedPeer().isEmpty()
                && !rounds.eligible(head, Stage.PEER_REVIEW).isEmpty()) {
            throw new OutOfTurn("review.turn.second-expert-exists");
        }
        FourPeoplePolicy.require(round, Stage.PEER_REVIEW, peer);
        if (!rounds.possiblePeers(head).contains(peer)) {
            throw new EntryRefused(List.of(Fault.of("to", "review.peer-not-possible", peer)));
        }
        signing.requireUnaltered(view);
        var naming = new PeerNaming(view, peer, reason, Acting.current().username(), clock.instant());
        records.save(naming);
        var signature =
                signing.beside(proof, SideRecord.PEER_SUBSTITUTION, naming.getId(), view, naming.hash(), peer, reason);
        events.publishEvent(new PeerNamed(view.transferId(), view.itemId(), view.version(), peer));
        return signature;
    }

    /** The version that is effective, on hold. */
    SignatureView liftHold(ItemView view, String reason, SigningProof proof) {
        signing.requireUnaltered(view);
        var reference = records.triage(view.itemId(), view.version())
                .map(Triage::reference)
                .orElseThrow(NotOnHold::new);
        var lift = new HoldLift(view, reference, reason, Acting.current().username(), clock.instant());
        records.save(lift);
        var signature =
                signing.beside(proof, SideRecord.HOLD_LIFTED, lift.getId(), view, lift.hash(), "lifted", reason);
        events.publishEvent(new HoldLifted(view.transferId(), view.itemId(), view.version()));
        return signature;
    }

    void requireQuality(ItemView view) {
        if (!rounds.candidates(view.head(), Stage.TRIAGE)
                .contains(Acting.current().username())) {
            throw new NotYourStage("review.not-yours.triage");
        }
    }

    static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
