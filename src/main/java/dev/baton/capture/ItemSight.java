package dev.baton.capture;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import org.springframework.stereotype.Component;

/** Who may see which version of an item. */
@Component
class ItemSight {

    private final Transfers transfers;

    ItemSight(Transfers transfers) {
        this.transfers = transfers;
    }

    /** What the current actor may see in a transfer. */
    Eyes in(TransferId transfer) {
        var actor = Acting.current();
        var system = actor.equals(Actor.SYSTEM);
        if (system || actor.username().isEmpty()) {
            return new Eyes(actor.username(), system, false, false);
        }
        var receivingSite = transfers.known(transfer).receivingSite().equals(actor.site());
        if (actor.is(Role.ADMIN)) {
            return new Eyes("", false, false, false);
        }
        if (actor.is(Role.QUALITY)) {
            return new Eyes(actor.username(), true, receivingSite, false);
        }
        if (actor.is(Role.AUDITOR)) {
            return new Eyes(actor.username(), transfers.isInspected(transfer), false, false);
        }
        var member =
                transfers.team(transfer).stream().anyMatch(m -> m.username().equals(actor.username()));
        return new Eyes(actor.username(), member, member && receivingSite, receivingSite);
    }

    /**
     * The sight of one person in one transfer.
     *
     * @param member whether they see what is submitted
     * @param ofReceivingSite whether their reading counts as the receiving site's
     * @param afterTriage whether they see what may be outside the range only when quality has looked
     */
    record Eyes(String username, boolean member, boolean ofReceivingSite, boolean afterTriage) {

        /** The newest version they may see, or 0 for none. */
        int newest(KnowledgeItem item) {
            if (!username.isEmpty() && item.author().equals(username)) {
                return item.latestVersion();
            }
            if (!member) {
                return 0;
            }
            if (afterTriage && !item.isOpenToReceivingSite()) {
                var effective = item.effectiveVersion();
                return effective == null ? 0 : effective;
            }
            return item.latestVersion();
        }
    }
}
