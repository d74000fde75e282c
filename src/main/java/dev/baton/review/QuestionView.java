package dev.baton.review;

import dev.baton.capture.ItemId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that returned an item to its author.
 *
 * @param version the version it was asked about
 * @param anchor the passage it is about, or null
 * @param answer the author's words, or null while it is open
 * @param answeredBy user name of the author, or {@link dev.baton.capture.ItemView#HELD} where the reader may not know
 */
public record QuestionView(
        UUID id,
        ItemId itemId,
        int version,
        Stage stage,
        String askedBy,
        String askedByName,
        String askedBySite,
        Instant askedAt,
        String text,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable String answeredByName,
        @Nullable Instant answeredAt,
        @Nullable Anchor anchor) {}
