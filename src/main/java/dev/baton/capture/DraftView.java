package dev.baton.capture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An author's working note.
 *
 * @param version counts the saves; 0 before the first
 * @param savedAt when it was last saved, or null before the first
 */
public record DraftView(long version, @Nullable Instant savedAt, List<ItemContent> items, List<FileView> files) {}
