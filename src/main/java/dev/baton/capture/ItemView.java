package dev.baton.capture;

import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a knowledge item as it may be shown.
 *
 * @param version 1, 2, 3 …
 * @param effectiveVersion the last approved version, or null
 * @param author user name of the author
 * @param contentHash hash of the canonical content recomputed now from what is stored, never the stored hash
 * @param signedHash the hash that the author signed; differs from {@code contentHash} when content was altered
 * @param signatures signatures on this version, oldest first
 * @param inRework whether the author has it back (a question is open, or it was refused)
 */
public record ItemView(
        ItemId itemId,
        TransferId transferId,
        StepId stepId,
        CaptureId captureId,
        int version,
        int latestVersion,
        @Nullable Integer effectiveVersion,
        ItemState state,
        boolean inRework,
        ItemContent content,
        List<FileView> files,
        String author,
        String authorName,
        Instant submittedAt,
        String contentHash,
        String signedHash,
        List<SignatureView> signatures) {

    /** Whether what is stored is still what was signed. */
    public boolean isUnaltered() {
        return contentHash.equals(signedHash);
    }
}
