package dev.baton.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What the lead says of a transfer when importing its process; unchecked, as entered.
 *
 * @param seasonDeadline last day on which the season can still be served, as ISO date, or null
 */
public record ImportForm(
        @Nullable String name,
        @Nullable String product,
        @Nullable String sendingSite,
        @Nullable String receivingSite,
        @Nullable String purpose,
        @Nullable String seasonDeadline) {}
