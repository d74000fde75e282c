package dev.baton.capture;

import java.time.Instant;
import java.util.UUID;

/**
 * What a colleague said about a draft.
 *
 * @param field the answer that it is about, as {@code whatIsDone} or {@code answers.pause}
 * @param quote what stood there when it was said
 * @param by user name
 * @param settled whether its author has done with it
 */
public record DraftCommentView(
        UUID id, ItemId itemId, String field, String quote, String words, String by, Instant at, boolean settled) {}
