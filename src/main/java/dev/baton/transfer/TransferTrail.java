package dev.baton.transfer;

import dev.baton.audit.TrailAccess;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the trail who may read which transfer's entries, and how to head its workbook. */
@Component
class TransferTrail implements TrailAccess {

    private final Transfers transfers;

    TransferTrail(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public void requireReading(UUID transfer) {
        var id = new TransferId(transfer);
        transfers.requireKnown(id);
        if (!mayExport() && !transfers.isLead(id)) {
            throw new RoleMissing(Role.QUALITY);
        }
    }

    @Override
    public void requireExport(UUID transfer) {
        transfers.requireKnown(new TransferId(transfer));
        if (!mayExport()) {
            throw new RoleMissing(Role.QUALITY);
        }
    }

    @Override
    public Map<String, String> facts(UUID transfer) {
        var known = transfers.known(new TransferId(transfer));
        var facts = new LinkedHashMap<String, String>();
        facts.put("Transfer", known.name());
        facts.put("Product", known.product());
        facts.put("Sending site", known.sendingSite());
        facts.put("Receiving site", known.receivingSite());
        facts.put("Purpose", known.purpose());
        facts.put("Phase", known.phase().code());
        facts.put("Process steps", String.valueOf(known.steps()));
        return facts;
    }

    @Override
    public Set<String> people(UUID transfer) {
        return transfers.team(new TransferId(transfer)).stream()
                .map(TeamMember::username)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> withheld(UUID transfer) {
        return transfers.isLead(new TransferId(transfer))
                ? Set.of()
                : Set.of(TeamMembership.TRAIL_TYPE + ".leavingDate");
    }

    private static boolean mayExport() {
        var actor = Acting.current();
        return actor.is(Role.QUALITY) || actor.is(Role.AUDITOR);
    }
}
