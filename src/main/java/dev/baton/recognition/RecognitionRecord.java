package dev.baton.recognition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave and what was said to them, newest first.
 *
 * @param withdrawn credits that no longer count because their item was withdrawn
 */
public record RecognitionRecord(
        String username, String name, List<CreditView> credits, List<ThanksView> thanks, List<CreditView> withdrawn) {

    /**
     * One credit.
     *
     * @param act {@code authorship}, {@code peer-review} or {@code receiver-review}
     * @param at when the person signed
     * @param withdrawnAt when it stopped counting, or null while it counts
     */
    public record CreditView(
            String act,
            UUID itemId,
            int version,
            String title,
            Instant at,
            UUID signatureId,
            @Nullable Instant withdrawnAt) {

        /** The same credit under another title. */
        CreditView called(String other) {
            return new CreditView(act, itemId, version, other, at, signatureId, withdrawnAt);
        }
    }

    /**
     * One thank-you.
     *
     * @param answer the contributor's words, or null
     */
    public record ThanksView(
            UUID id,
            String from,
            String fromName,
            UUID itemId,
            String title,
            String text,
            Instant at,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** A person with how many credits and thanks they have. */
    public record Contributor(String username, String name, String site, int credits, int thanks) {}
}
