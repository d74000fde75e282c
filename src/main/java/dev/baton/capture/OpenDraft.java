package dev.baton.capture;

import java.util.List;

/**
 * A draft that its author opened for comments.
 *
 * @param openTo code of the circle to which it is open
 * @param items what is written so far
 * @param mine whether the current actor writes it
 */
public record OpenDraft(
        CaptureView request,
        String openTo,
        List<ItemContent> items,
        List<FileView> files,
        List<DraftCommentView> comments,
        boolean mine) {}
