package dev.baton.review;

import dev.baton.capture.ItemId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that returned an item to its author.
 *
 * @param version the version it was asked about
 * @param answer the author's words, or null while it is open
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
        @Nullable Instant answeredAt) {}
