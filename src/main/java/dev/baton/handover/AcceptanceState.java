package dev.baton.handover;

import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to how far the acceptance of a transfer is, for gates, documents and processes; it does not ask who wants to know. */
@Service
@Transactional(readOnly = true)
public class AcceptanceState {

    private final AcceptanceReader reader;
    private final Sides sides;

    AcceptanceState(AcceptanceReader reader, Sides sides) {
        this.reader = reader;
        this.sides = sides;
    }

    /** The acceptance that is under way or complete, or empty. */
    public Optional<AcceptanceView> of(TransferId id) {
        return Optional.ofNullable(reader.standing(id)).map(reader::view);
    }

    /** When the transfer was accepted by all three, or empty. */
    public Optional<Instant> acceptedAt(TransferId id) {
        return of(id).map(AcceptanceView::acceptedAt);
    }

    /** Whether somebody has signed what there is to accept now, and nothing changed since. */
    public boolean isUnderWay(TransferId id) {
        return of(id).filter(AcceptanceView::unaltered).isPresent();
    }

    /** The side for which that person would sign, or empty: none. */
    public Optional<Side> sideOf(TransferView transfer, PersonView person) {
        return sides.of(transfer, person.username(), person.site(), person.is(Role.QUALITY));
    }
}
