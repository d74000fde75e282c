package dev.baton.capture.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A difference that the comparison proposes. Both quotes stand word for word in the texts that were compared.
 *
 * @param official what the instruction says, or null for what was added
 * @param done what the expert says, or null
 * @param inside for another value: whether it lies inside the official range; null for other kinds
 */
public record Difference(Kind kind, @Nullable String official, @Nullable String done, @Nullable Boolean inside) {

    /** How the doing differs from the instruction. */
    public enum Kind {
        /** Done, and not in the instruction. */
        ADDED,
        /** In the instruction, and not done. */
        OMITTED,
        /** Done at another point. */
        CHANGED_ORDER,
        /** Done with another value. */
        CHANGED_VALUE;

        /** The kind in the API and in signed content. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of this code. */
        public static Optional<Kind> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
