package dev.baton.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody is away.
 *
 * @param endsOn the last day
 * @param delegate user name of whoever stands in, or null
 */
public record AbsenceView(UUID id, String username, LocalDate beginsOn, LocalDate endsOn, @Nullable String delegate) {}
