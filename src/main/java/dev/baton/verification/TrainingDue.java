package dev.baton.verification;

import dev.baton.capture.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person of the receiving site is to read and sign by a day: one version of an item, or anew what the transfer is
 * about.
 *
 * @param itemId the item, or null: it is the transfer's own training that ends
 * @param version the item's version, or null
 * @param subject the item's title, or the transfer's name
 * @param dueAt until when; past: since when it is overdue
 * @param remindAt from when its reader is reminded
 */
public record TrainingDue(
        String username,
        @Nullable ItemId itemId,
        @Nullable Integer version,
        String subject,
        Instant dueAt,
        Instant remindAt) {}
