package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Words, "phrases", {@code or} and {@code -without} as in web searches; nothing in it is ever an
 * error.
 *
 * @param text at most 300 characters count
 * @param transfer null for all
 * @param kind code of an {@link ItemKind}, or null
 * @param sense of the cue, or null
 * @param state code of an {@link ItemState}, or null
 * @param person user name of the author, or null
 */
public record SearchQuery(
        String text,
        @Nullable TransferId transfer,
        @Nullable StepId step,
        @Nullable String kind,
        @Nullable String sense,
        @Nullable String state,
        @Nullable String person) {}
