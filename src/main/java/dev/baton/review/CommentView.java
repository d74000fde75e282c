package dev.baton.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remark on one version.
 *
 * @param by user name, or {@link dev.baton.capture.ItemView#HELD} where the reader may not know
 * @param anchor the passage it is about, or null
 */
public record CommentView(
        UUID id,
        int version,
        String by,
        String byName,
        String bySite,
        Instant at,
        String text,
        @Nullable Anchor anchor) {}
