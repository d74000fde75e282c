package dev.baton.recognition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The story of a step as it is shown.
 *
 * @param text the words, or null where a recording says it all
 */
public record StoryView(
        UUID id, String author, String authorName, @Nullable String text, Instant at, List<KeepsakeView> files) {}
