package dev.baton.handover;

import dev.baton.capture.ItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deviation at the receiving unit as it stands.
 *
 * @param reference number of the record in the site's own system
 * @param itemId the item that would have prevented it, or null
 * @param title of that item, or null: there is none, or the reader is to tell first
 */
public record DeviationView(
        String reference,
        LocalDate happenedOn,
        String what,
        Known known,
        @Nullable ItemId itemId,
        @Nullable String title,
        String recordedBy,
        Instant recordedAt) {

    /** Whether it was known at the sending unit. */
    public enum Known {
        /** It was, and did not arrive. */
        YES,
        /** Nobody there knew. */
        NO,
        /** It is being looked into. */
        UNCLEAR;

        /** The answer in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Known> ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(known -> known.code().equals(code))
                    .findFirst();
        }
    }
}
