package dev.baton.capture;

import dev.baton.signature.Meaning;
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
 * @param captureId the request it came from, or null where that would tell who wrote it
 * @param author user name of the author, or {@link #HELD} where the reader may not know
 * @param contentHash hash of the canonical content recomputed now from what is stored, never the stored hash
 * @param signedHash the hash that the author signed; differs from {@code contentHash} when content was altered
 * @param signatures signatures on this version, oldest first
 * @param inRework whether the author has it back (a question is open, or it was refused)
 * @param inConfidence whether nobody but the author, quality and auditors may know who wrote it
 */
public record ItemView(
        ItemId itemId,
        TransferId transferId,
        StepId stepId,
        @Nullable CaptureId captureId,
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
        List<SignatureView> signatures,
        boolean inConfidence) {

    /** What rules ask about this version. */
    public ItemHead head() {
        return new ItemHead(
                itemId,
                transferId,
                stepId,
                version,
                latestVersion,
                state,
                inRework,
                author,
                content.kind(),
                content.outsideRange(),
                content.helpers());
    }

    /** Stands for a user name that the reader may not know; nobody is called so. */
    public static final String HELD = "(held)";

    /** The same for a reader who may not know who told it, or who asked and wrote. */
    ItemView withoutNames(String words) {
        var interview = content.interview();
        return new ItemView(
                itemId,
                transferId,
                stepId,
                null,
                version,
                latestVersion,
                effectiveVersion,
                state,
                inRework,
                content.told(content.method(), null),
                files,
                HELD,
                words,
                submittedAt,
                contentHash,
                signedHash,
                signatures.stream()
                        .map(signature -> signature.username().equals(author)
                                        || (interview != null
                                                && signature.username().equals(interview.interviewer()))
                                ? signature.by(HELD, words)
                                : signature)
                        .toList(),
                inConfidence);
    }

    /** The same for a reader who has still to review it: who said yes, and not what they said. */
    ItemView withoutOthersWords(String reader) {
        return new ItemView(
                itemId,
                transferId,
                stepId,
                captureId,
                version,
                latestVersion,
                effectiveVersion,
                state,
                inRework,
                content,
                files,
                author,
                authorName,
                submittedAt,
                contentHash,
                signedHash,
                signatures.stream()
                        .map(signature -> signature.meaning() == Meaning.REVIEW
                                        && !signature.username().equals(reader)
                                ? signature.withoutWords()
                                : signature)
                        .toList(),
                inConfidence);
    }

    /** Whether what is stored is still what was signed. */
    public boolean isUnaltered() {
        return contentHash.equals(signedHash);
    }
}
