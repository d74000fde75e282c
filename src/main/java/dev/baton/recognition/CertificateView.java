package dev.baton.recognition;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate.
 *
 * @param code what it can be checked with; null for everybody but its holder
 * @param occasion what was reached, such as {@code approved-40} or {@code close-out}
 * @param gave kinds of contribution with their number, as it says
 * @param standing how many of them still stand
 * @param valid whether all of them do
 */
public record CertificateView(
        UUID id,
        @Nullable String code,
        String username,
        String name,
        UUID transferId,
        String transfer,
        String purpose,
        String occasion,
        Map<String, Integer> gave,
        int standing,
        boolean valid,
        Instant issuedAt) {

    /** How many contributions it speaks of. */
    public int contributions() {
        return gave.values().stream().mapToInt(Integer::intValue).sum();
    }

    CertificateView withoutCode() {
        return new CertificateView(
                id, null, username, name, transferId, transfer, purpose, occasion, gave, standing, valid, issuedAt);
    }
}
