package dev.baton.handover;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.handover.HandoverEvent.AcceptanceSigned;
import dev.baton.handover.HandoverEvent.HandoverAccepted;
import dev.baton.handover.HandoverRefusals.AcceptanceRefused;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.GateClosed;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the acceptance that ends a transfer: signed by both units and by quality, three different people. */
@Service
@Transactional
public class Acceptances {

    private final AcceptanceLog log;
    private final AcceptanceReader reader;
    private final Sides sides;
    private final Gates gates;
    private final Transfers transfers;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Acceptances(
            AcceptanceLog log,
            AcceptanceReader reader,
            Sides sides,
            Gates gates,
            Transfers transfers,
            Signatures signatures,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.log = log;
        this.reader = reader;
        this.sides = sides;
        this.gates = gates;
        this.transfers = transfers;
        this.signatures = signatures;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The acceptance that is under way or complete, or empty; if the current actor may know of the transfer. */
    @Transactional(readOnly = true)
    public Optional<AcceptanceView> of(TransferId id) {
        transfers.requireKnown(id);
        return standing(id);
    }

    /** The side for which the current actor would sign, or empty: none. */
    @Transactional(readOnly = true)
    public Optional<Side> mySide(TransferId id) {
        return side(transfers.known(id));
    }

    /** Refuses unless the current actor may sign now; asked before anybody types a password for it. */
    @Transactional(readOnly = true)
    public Side require(TransferId id) {
        var transfer = transfers.require(id);
        var side = side(transfer).orElseThrow(() -> new NotYours("handover.acceptance-not-yours"));
        if (transfer.phase() != Phase.CLOSE_OUT) {
            throw new AcceptanceRefused("handover.acceptance-too-early");
        }
        var standing = standing(id).filter(AcceptanceView::unaltered);
        if (standing.filter(AcceptanceView::isComplete).isPresent()) {
            throw new AcceptanceRefused("handover.accepted-already");
        }
        var gate = gates.known(id);
        var missing = gate.missing().stream().filter(one -> !one.binding()).toList();
        if (!missing.isEmpty() && gate.inForce().isEmpty()) {
            throw new GateClosed(missing);
        }
        var signed = standing.map(AcceptanceView::signatures).orElse(List.of());
        if (standing.flatMap(view -> view.of(side)).isPresent()) {
            throw new AcceptanceRefused("handover.side-has-signed");
        }
        if (signed.stream()
                .anyMatch(one -> one.username().equals(Acting.current().username()))) {
            throw new AcceptanceRefused("handover.nobody-signs-twice");
        }
        return side;
    }

    /**
     * Signs for the side of the current actor. The first signature freezes what is accepted; when anything of that
     * changes before the third, the signatures begin anew. The third one closes the transfer.
     *
     * @param words the signer's own words, or null
     */
    public AcceptanceView sign(TransferId id, @Nullable String words, SigningProof proof) {
        var transfer = transfers.require(id);
        oneAtATime(id);
        var side = require(id);
        var faults = new ArrayList<Fault>();
        Texts.check("words", words, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        var acceptance = Optional.ofNullable(reader.standing(id))
                .filter(found -> reader.view(found).unaltered())
                .orElseGet(() -> begin(transfer));
        var signature = sign(acceptance, side, Texts.stripped(words), proof);
        var view = reader.view(acceptance);
        events.publishEvent(
                view.isComplete()
                        ? new HandoverAccepted(id, view.id())
                        : new AcceptanceSigned(id, view.id(), side, signature.username()));
        return view;
    }

    private Acceptance begin(TransferView transfer) {
        return log.saveAndFlush(new Acceptance(
                transfer, reader.toAccept(transfer.id()), Acting.current().username(), clock.instant()));
    }

    private SignatureView sign(Acceptance acceptance, Side side, @Nullable String words, SigningProof proof) {
        var subject = new SignedSubject(
                AcceptanceReader.SUBJECT,
                Objects.requireNonNull(acceptance.getId()),
                1,
                acceptance.transferName(),
                acceptance.transferId().value(),
                null);
        return signatures.sign(proof, subject, side.meaning(), myRole(side), acceptance.hash(), side.decision(), words);
    }

    private Optional<AcceptanceView> standing(TransferId id) {
        return Optional.ofNullable(reader.standing(id)).map(reader::view);
    }

    private Optional<Side> side(TransferView transfer) {
        var me = Acting.current();
        return sides.of(transfer, me.username(), me.site(), me.is(Role.QUALITY));
    }

    private static Role myRole(Side side) {
        var me = Acting.current();
        return switch (side) {
            case QUALITY -> Role.QUALITY;
            case SENDING -> me.is(Role.TRANSFER_LEAD) ? Role.TRANSFER_LEAD : Role.EXPERT;
            case RECEIVING -> me.is(Role.RECEIVER) ? Role.RECEIVER : Role.TRANSFER_LEAD;
        };
    }

    /** Two who sign at once do not both begin. */
    private void oneAtATime(TransferId id) {
        Locks.transfer(jdbc, id.value());
    }
}
