package dev.baton.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that was found.
 *
 * @param stepId and {@code step}: its number and name
 * @param snippet where the words stand, in pieces
 */
public record SearchHit(
        String itemId,
        int version,
        String title,
        String stepId,
        String step,
        String transferId,
        String transfer,
        @Nullable String kind,
        String state,
        List<Piece> snippet) {

    /**
     * A piece of plain text.
     *
     * @param hit whether it is one of the words
     */
    public record Piece(String text, boolean hit) {}

    /** The snippet as plain text. */
    public String plain() {
        var text = new StringBuilder();
        snippet.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
