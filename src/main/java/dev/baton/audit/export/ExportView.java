package dev.baton.audit.export;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export that was asked for.
 *
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param rows entries written so far
 * @param of entries it will have; null until they are counted
 * @param fault key of the sentence that says why it failed, or null
 * @param expiresAt until when its file can be fetched, or null
 */
public record ExportView(
        UUID id,
        UUID transfer,
        String username,
        ExportForm form,
        String state,
        long rows,
        @Nullable Long of,
        @Nullable String fault,
        Instant askedAt,
        @Nullable Instant expiresAt) {

    /** Whether it still waits or is being made. */
    public boolean isUnderWay() {
        return state.equals("queued") || state.equals("running");
    }

    /** How much of it is written, 0 to 100. */
    public int percent() {
        return of == null || of == 0 ? 0 : (int) Math.min(100, rows * 100 / of);
    }

    /** What the file is called on the receiver's machine. */
    public String fileName() {
        return form.fileName(transfer);
    }
}
