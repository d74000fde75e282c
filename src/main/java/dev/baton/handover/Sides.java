package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who accepts for whom: quality for quality; whoever leads, tells or receives for the unit where they work. */
@Component
class Sides {

    private final Transfers transfers;

    Sides(Transfers transfers) {
        this.transfers = transfers;
    }

    /** The side for which that person would sign, or empty: none. */
    Optional<Side> of(TransferView transfer, String username, String site, boolean quality) {
        if (quality) {
            return Optional.of(Side.QUALITY);
        }
        if (site.equals(transfer.sendingSite())) {
            return isOneOf(transfer, username, Role.TRANSFER_LEAD, Role.EXPERT)
                    ? Optional.of(Side.SENDING)
                    : Optional.empty();
        }
        if (site.equals(transfer.receivingSite())) {
            return isOneOf(transfer, username, Role.TRANSFER_LEAD, Role.RECEIVER)
                    ? Optional.of(Side.RECEIVING)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private boolean isOneOf(TransferView transfer, String username, Role... roles) {
        return Stream.of(roles)
                .anyMatch(role -> transfers.members(transfer.id(), role).contains(username));
    }
}
