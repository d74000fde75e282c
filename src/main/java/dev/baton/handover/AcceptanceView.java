package dev.baton.handover;

import dev.baton.signature.SignatureView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acceptance of a transfer, on its way or complete.
 *
 * @param items how many effective items are accepted
 * @param signatures at most one of each side, oldest first
 * @param unaltered whether what is stored is still what was signed
 */
public record AcceptanceView(
        UUID id, int items, String begunBy, Instant begunAt, List<SignatureView> signatures, boolean unaltered) {

    /** The signature of that side, or empty. */
    public Optional<SignatureView> of(Side side) {
        return signatures.stream()
                .filter(signature -> side.decision().equals(signature.decision()))
                .findFirst();
    }

    /** Whether all three have signed what is still stored. */
    public boolean isComplete() {
        return unaltered && Arrays.stream(Side.values()).allMatch(side -> of(side).isPresent());
    }

    /** When the last of the three signed, or null while one is missing. */
    public @Nullable Instant acceptedAt() {
        return isComplete() ? signatures.get(signatures.size() - 1).signedAt() : null;
    }
}
