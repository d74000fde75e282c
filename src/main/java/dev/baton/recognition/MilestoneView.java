package dev.baton.recognition;

import java.time.Instant;

/**
 * A milestone that was reached.
 *
 * @param measure {@code captured}, {@code approved} or {@code transferred}
 * @param percent 40, 60 or 100
 * @param steps how many steps were that far then
 */
public record MilestoneView(String measure, int percent, int steps, int ofSteps, Instant reachedAt) {}
