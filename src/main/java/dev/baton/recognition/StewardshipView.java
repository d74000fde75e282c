package dev.baton.recognition;

import dev.baton.signature.SignatureView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who built a step, since when, and who carries it.
 *
 * @param built those who signed what is known of it, by first signature, as far as they let it be seen
 * @param carriers user names and names of who carries it now
 * @param handovers how it came to them, the latest first
 */
public record StewardshipView(List<Built> built, List<Someone> carriers, List<Handed> handovers) {

    /** A person by user name and name. */
    public record Someone(String username, String name) {}

    /** Who gave something to it, and when for the first time. */
    public record Built(String username, String name, Instant since) {}

    /**
     * A hand-over.
     *
     * @param takenAt when it was taken, or null while it waits
     * @param endedAt when it was said that it is not taken, or null
     */
    public record Handed(
            UUID id,
            Someone from,
            Someone to,
            @Nullable String lastWord,
            Instant offeredAt,
            @Nullable String firstWord,
            @Nullable Instant takenAt,
            @Nullable Instant endedAt,
            List<SignatureView> signatures) {}
}
