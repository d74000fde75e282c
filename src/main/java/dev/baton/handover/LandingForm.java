package dev.baton.handover;

import org.jspecify.annotations.Nullable;

/**
 * Where an item landed, as it was entered.
 *
 * @param version the effective version it is about
 * @param document number of the controlled document
 * @param section section within it, or null for the whole document
 * @param effectiveOn first day of effect, ISO 8601
 * @param reason asked where it replaces an earlier landing
 */
public record LandingForm(
        @Nullable Integer version,
        @Nullable String document,
        @Nullable String section,
        @Nullable String effectiveOn,
        @Nullable String reason) {}
