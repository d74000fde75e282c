package dev.baton.handover;

import dev.baton.handover.HandoverRefusals.DocumentUnknown;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An edition of a document with its signatures.
 *
 * @param unaltered whether every signature stands for what is stored now
 */
public record DocumentView(
        UUID id,
        TransferId transferId,
        DocumentKind kind,
        int edition,
        String madeBy,
        Instant madeAt,
        String contentHash,
        List<SignatureView> signatures,
        boolean unaltered) {

    /** Reads an id; what is no id names nothing. */
    public static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new DocumentUnknown();
        }
    }

    /** Who signs next, or empty when nobody is left. */
    public Optional<DocumentPart> next() {
        return Arrays.stream(DocumentPart.values()).skip(signatures.size()).findFirst();
    }

    /** Whether all have signed exactly what is stored. */
    public boolean isApproved() {
        return unaltered && next().isEmpty();
    }
}
