package dev.baton.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person was trained in.
 *
 * @param transfer the transfer it is for, or null for every transfer
 * @param item the item that was read, or null
 * @param version the version that was read, or null
 * @param subject what people call it
 * @param statement what the person signed, or null where somebody else recorded it
 * @param validUntil from when on it counts no more, or null for no end
 * @param recordedBy user name of who recorded it
 */
public record TrainingView(
        UUID id,
        String username,
        Kind kind,
        @Nullable UUID transfer,
        @Nullable UUID item,
        @Nullable Integer version,
        String subject,
        @Nullable String statement,
        Instant trainedAt,
        @Nullable Instant validUntil,
        String recordedBy) {

    /** How somebody was trained. */
    public enum Kind {
        /** In person, by somebody who recorded it. */
        INSTRUCTION,
        /** Read and signed what a transfer is about and how it works. */
        BRIEFING,
        /** Read and understood one version of an item. */
        READING;

        /** The kind in the API and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether it counts at that moment. */
    public boolean isValid(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /** Whether it is for that transfer. */
    public boolean isFor(UUID wanted) {
        return transfer == null || transfer.equals(wanted);
    }
}
