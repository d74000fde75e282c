package dev.baton.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether one person of the receiving site may review and demonstrate in a transfer, since when and until when.
 *
 * @param by {@code instruction} or {@code briefing}, or null when they may not
 * @param since when they were trained, or null
 * @param until when that ends, or null for no end
 * @param renew whether that ends soon, so that it is to be renewed
 * @param endedAt when training that they had ended, or null: they may, or never had any
 * @param open how many texts they have still to read
 * @param overdue how many of these are overdue
 */
public record Permission(
        String username,
        String name,
        String site,
        boolean may,
        @Nullable String by,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean renew,
        @Nullable Instant endedAt,
        int open,
        int overdue) {}
