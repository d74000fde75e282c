package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One effective version that one person of the receiving site has to read and understand.
 *
 * @param step number and name of the step
 * @param dueAt until when
 * @param readAt when they signed that they did, or null
 * @param signatureId their signature, or null
 * @param covered whether they may work by it: read, or instructed in person
 * @param until until when that counts, or null: for no end, or they may not
 * @param renew whether that ends soon, so that it is to be read and signed anew
 */
public record Reading(
        String username,
        String name,
        StepId stepId,
        String step,
        ItemId itemId,
        int version,
        String title,
        Instant dueAt,
        @Nullable Instant readAt,
        @Nullable UUID signatureId,
        boolean covered,
        @Nullable Instant until,
        boolean renew) {

    /** Whether it is not read and its day has come. */
    public boolean isOverdue(Instant now) {
        return readAt == null && !covered && dueAt.isBefore(now);
    }
}
