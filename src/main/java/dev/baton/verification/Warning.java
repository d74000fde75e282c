package dev.baton.verification;

import dev.baton.capture.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was trained on a version that is not in force any more.
 *
 * @param version the version they were trained on
 * @param withdrawn whether the item was withdrawn; else another version took its place
 * @param effective the version in force now, or null
 * @param seenAt when they took note, or null
 */
public record Warning(
        String username,
        String name,
        ItemId itemId,
        String title,
        int version,
        boolean withdrawn,
        @Nullable Integer effective,
        @Nullable Instant seenAt) {}
