package dev.baton.verification;

import dev.baton.capture.ItemContent.Threshold;
import dev.baton.capture.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What has to be noticed at a step, as an effective item tells it: its cue, or its title where it tells none.
 *
 * @param version the effective version
 * @param hash content hash of that version
 * @param title the item's title
 * @param cue the words
 * @param sense by which sense, or null
 * @param threshold the number at which it decides, or null
 * @param critical whether nobody passes without it
 */
public record Cue(
        ItemId item,
        int version,
        String hash,
        String title,
        String cue,
        @Nullable String sense,
        @Nullable Threshold threshold,
        boolean critical) {}
