package dev.baton.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an auditor's account.
 *
 * @param scope the transfers they may look at, or null for every transfer
 * @param endsAt from this moment on the account opens nothing
 */
public record InspectionView(String username, @Nullable Set<UUID> scope, Instant endsAt) {

    /** Whether it is over. */
    public boolean ended(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** Whether the transfer lies within the scope. */
    public boolean covers(UUID transfer) {
        return scope == null || scope.contains(transfer);
    }
}
