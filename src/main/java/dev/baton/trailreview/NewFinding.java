package dev.baton.trailreview;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer notes of an act that is not in order, as it was entered.
 *
 * @param severity {@code minor}, {@code major} or {@code critical}
 * @param action what has to be done
 * @param responsible user name of who has to do it
 * @param dueOn until when, as year-month-day
 */
public record NewFinding(
        @Nullable String what,
        @Nullable String severity,
        @Nullable String action,
        @Nullable String responsible,
        @Nullable String dueOn) {}
