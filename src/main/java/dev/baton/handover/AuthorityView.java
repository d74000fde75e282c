package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.verification.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person of a transfer may do, why not, and what to do about it.
 *
 * @param role as what they are on the team: {@link Role#EXPERT} tells, {@link Role#RECEIVER} does the rest
 * @param tell whether they may tell; null for receivers
 * @param review whether they may review for the receiving site; null for experts
 * @param demonstrate whether they may show a step in a formal run; null for experts
 * @param use whether they may work by step cards; null for experts
 * @param openedUnread how often they opened a step card that they had not read, once counted in a shift
 * @param steps where they stand with each step at which something is in force; empty for experts
 */
public record AuthorityView(
        String username,
        String name,
        String site,
        Role role,
        @Nullable Answer tell,
        @Nullable Answer review,
        @Nullable Answer demonstrate,
        @Nullable Answer use,
        int openedUnread,
        List<Step> steps) {

    /** Why somebody may, or may not. */
    public enum Why {
        /** Telling needs no training. */
        FREE,
        /** Trained for the transfer. */
        TRAINED,
        /** Trained, and it ends soon. */
        ENDS_SOON,
        /** Every text was read and understood. */
        ALL_READ,
        /** Some steps are read, others not. */
        SOME_READ,
        /** Nothing is in force that could be shown or worked by. */
        NOTHING_IN_FORCE,
        /** The statement about electronic signatures is not accepted. */
        NO_STATEMENT,
        /** Never trained for the transfer. */
        NOT_TRAINED,
        /** The training has ended. */
        TRAINING_ENDED,
        /** No step is read. */
        NOT_READ;

        /** The reason in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Whether somebody may.
     *
     * @param since since when they are trained, or when that ended; null where no training counts
     * @param until until when, or null for no end
     * @param steps at how many steps, where it depends on the step, or null
     * @param of of how many steps, or null
     * @param todo the page on which they go on, or null: there is nothing to do
     */
    public record Answer(
            boolean may,
            Why why,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Integer steps,
            @Nullable Integer of,
            @Nullable String todo) {}

    /**
     * One step at which something is in force.
     *
     * @param texts how many texts are in force
     * @param onCard how many of them stand on the card at the machine
     * @param demonstrate whether they may show it in a formal run
     * @param use whether they may work by its card, or null: nothing stands on it yet
     * @param unread what they have neither read nor been instructed on
     */
    public record Step(
            StepId stepId,
            String step,
            int texts,
            int onCard,
            boolean demonstrate,
            @Nullable Boolean use,
            List<Reading> unread) {}
}
