package dev.baton.audit.ledger;

import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who may do what with the ledger: quality and auditors read it, the administrator changes its key. */
@Service
public class LedgerAdministration {

    private final LedgerKeys keys;

    LedgerAdministration(LedgerKeys keys) {
        this.keys = keys;
    }

    /**
     * Passes for quality and auditors.
     *
     * @throws RoleMissing for everybody else
     */
    public void requireReading() {
        var actor = Acting.current();
        if (!actor.is(Role.QUALITY) && !actor.is(Role.AUDITOR)) {
            throw new RoleMissing(Role.QUALITY);
        }
    }

    /**
     * Has further checkpoints signed by a new key; the trail says who did it and why, the old public key stays published.
     *
     * @throws dev.baton.identity.IdentityRefusals.ReasonMissing without a reason
     * @throws LedgerRefusals.KeyIsKeptOutside when the key comes from a secret store
     */
    public void rotateKey(@Nullable String reason) {
        if (!Acting.current().is(Role.ADMIN)) {
            throw new RoleMissing(Role.ADMIN);
        }
        Reasons.require(reason, () -> {
            keys.rotate();
            return true;
        });
    }
}
