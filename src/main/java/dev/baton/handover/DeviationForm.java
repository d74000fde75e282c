package dev.baton.handover;

import org.jspecify.annotations.Nullable;

/**
 * A deviation as it was entered.
 *
 * @param happenedOn ISO 8601
 * @param known {@code yes}, {@code no} or {@code unclear}
 * @param itemId the item that would have prevented it, with {@code yes} only
 * @param reason asked where it replaces an earlier record of this reference
 */
public record DeviationForm(
        @Nullable String reference,
        @Nullable String happenedOn,
        @Nullable String what,
        @Nullable String known,
        @Nullable String itemId,
        @Nullable String reason) {}
