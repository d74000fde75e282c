package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Said against done, for the page of an item.
 *
 * @param official the instruction in pieces
 * @param done what is really done, in pieces
 * @param signed the differences as the author classified them
 * @param found what the comparison finds where the author classified none
 */
record Against(List<Piece> official, List<Piece> done, List<Differing> signed, List<Differing> found) {

    /** A piece of a text; marked, where a difference is about it. */
    record Piece(String text, boolean marked) {}

    /**
     * A difference.
     *
     * @param kind added, omitted, changed-order or changed-value
     */
    record Differing(String kind, @Nullable String official, @Nullable String done) {}
}
