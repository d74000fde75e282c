package dev.baton.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a trail are asked for; null stands for any.
 *
 * @param person user name or printed name
 * @param from first moment, inclusive
 * @param to last moment, exclusive
 * @param act such as {@code signed}
 */
public record TrailFilter(
        @Nullable String person,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID item,
        @Nullable String act) {

    /** Everything. */
    public static final TrailFilter NONE = new TrailFilter(null, null, null, null, null);
}
