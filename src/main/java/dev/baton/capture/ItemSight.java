package dev.baton.capture;

import dev.baton.capture.OwnVoiceFirst.KeptBack;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may see which version of an item. */
@Component
class ItemSight {

    private final Transfers transfers;
    private final OwnVoiceFirst ownVoice;

    ItemSight(Transfers transfers, OwnVoiceFirst ownVoice) {
        this.transfers = transfers;
        this.ownVoice = ownVoice;
    }

    /** What the current actor may see in a transfer. */
    Eyes in(TransferId transfer) {
        return of(Acting.current(), transfer);
    }

    /** What that person may see in a transfer. */
    Eyes of(Actor actor, TransferId transfer) {
        var system = actor.equals(Actor.SYSTEM);
        if (system || actor.username().isEmpty()) {
            return new Eyes(actor.username(), system, false, false, KeptBack.NOTHING);
        }
        var receivingSite = transfers.head(transfer).receivingSite().equals(actor.site());
        if (actor.is(Role.ADMIN)) {
            return new Eyes("", false, false, false, KeptBack.NOTHING);
        }
        if (actor.is(Role.QUALITY)) {
            return new Eyes(actor.username(), true, receivingSite, false, KeptBack.NOTHING);
        }
        if (actor.is(Role.AUDITOR)) {
            return new Eyes(actor.username(), transfers.isInspected(transfer), false, false, KeptBack.NOTHING);
        }
        var team = transfers.team(transfer);
        var member = team.stream().anyMatch(m -> m.username().equals(actor.username()));
        return new Eyes(
                actor.username(),
                member,
                member && receivingSite,
                receivingSite,
                ownVoice.from(transfer, actor.username(), team));
    }

    /** Those of these items that the current actor sees only after telling themselves, each with its step. */
    Map<ItemId, StepId> keptBack(Collection<ItemId> ids) {
        var actor = Acting.current();
        var seesAll = actor.is(Role.QUALITY) || actor.is(Role.AUDITOR) || actor.is(Role.ADMIN);
        return seesAll || actor.username().isEmpty() ? Map.of() : ownVoice.keptBack(actor.username(), ids);
    }

    /** What the current actor may see in each transfer, looked up once for each. */
    Everywhere everywhere() {
        return new Everywhere();
    }

    /** The sight of the current actor in all transfers, for as long as one list is made. */
    final class Everywhere {

        private final Map<TransferId, Eyes> known = new HashMap<>();

        Eyes in(TransferId transfer) {
            return known.computeIfAbsent(transfer, ItemSight.this::in);
        }
    }

    /**
     * The sight of one person in one transfer.
     *
     * @param member whether they see what is submitted
     * @param ofReceivingSite whether their reading counts as the receiving site's
     * @param afterTriage whether they see what may be outside the range only when quality has looked
     * @param keptBack what they see only when they have told themselves
     */
    record Eyes(String username, boolean member, boolean ofReceivingSite, boolean afterTriage, KeptBack keptBack) {

        /** The newest version they may see, or 0 for none. */
        int newest(KnowledgeItem item) {
            if (!username.isEmpty() && item.author().equals(username)) {
                return item.latestVersion();
            }
            if (!member || keptBack.holds(item, username)) {
                return 0;
            }
            if (afterTriage && !item.isOpenToReceivingSite()) {
                var effective = item.effectiveVersion();
                return effective == null ? 0 : effective;
            }
            return item.latestVersion();
        }

        /** Whether they would see the item if they had told what they know of its step. */
        boolean awaitsOwnVoice(KnowledgeItem item) {
            return member && keptBack.holds(item, username);
        }
    }
}
