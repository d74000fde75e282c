package dev.baton.web.page;

import dev.baton.transfer.TransferView;
import java.util.Optional;

/**
 * A way from the page of a transfer into one of its parts. Each part contributes a bean; the page shows them by area, in
 * their order, to those for whom they are.
 */
public interface TransferWay {

    /** Where the ways stand on the page, in this order. */
    enum Area {
        /** Where it stands as a whole: dashboard, process map, workflow. */
        GLANCE,
        /** What is told: hidden factory, calls, contradictions, things that failed. */
        KNOWLEDGE,
        /** What the receiving site needs to do it: comparison, training, demonstrations, landing, gates. */
        ABILITY,
        /** Who gives and how they are. */
        PEOPLE,
        /** What is on record, and the documents made from it. */
        EVIDENCE
    }

    Area area();

    /** Its place within the area. */
    int order();

    /** The way of this transfer for the current actor, or empty: it is not for them, or not yet there. */
    Optional<Way> of(TransferView transfer);

    /**
     * A link.
     *
     * @param path from the root
     * @param title what is there, in two or three words
     * @param line where it stands now, such as "2 of 24 steps", or empty
     */
    record Way(String path, String title, String line) {}
}
