package dev.baton.capture;

import org.jspecify.annotations.Nullable;

/**
 * Who asked and wrote while the expert talked. Author side: credited, and nobody who reviews.
 *
 * @param interviewer user name
 * @param minutes how long it took, or null
 */
public record Interview(String interviewer, @Nullable Integer minutes) {}
