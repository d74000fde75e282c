package dev.baton.web.glance;

import dev.baton.capture.ItemState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a dashboard is worked out from; days are UTC. */
record GlanceFacts(List<Step> steps, List<Item> items, List<Word> words) {

    /** A step of the process. */
    record Step(UUID id, String number, String name, boolean critical) {}

    /**
     * An item with the days on which it came how far.
     *
     * @param told first submitted
     * @param moved last submitted, decided on or transferred: since then it waits
     * @param reviewed first accepted by the receiving site, or null
     * @param approved first approved, or null
     * @param transferred first transferred, or null
     */
    record Item(
            UUID step,
            ItemState state,
            boolean inRework,
            boolean effective,
            LocalDate told,
            LocalDate moved,
            @Nullable LocalDate reviewed,
            @Nullable LocalDate approved,
            @Nullable LocalDate transferred) {

        /** Whether it still counts. */
        boolean counts() {
            return state != ItemState.WITHDRAWN || effective;
        }

        /** Whether somebody has something left to do to it before it is in force. */
        boolean isOpen() {
            return inRework
                    || state == ItemState.DRAFT
                    || state == ItemState.SUBMITTED
                    || state == ItemState.PEER_REVIEWED
                    || state == ItemState.RECEIVER_REVIEWED
                    || state == ItemState.TRIAGED;
        }
    }

    /**
     * What an expert was asked, or said without an item.
     *
     * @param open asked on that day and not answered yet; else signed on that day that nothing is hidden
     */
    record Word(UUID step, boolean open, LocalDate day) {}
}
