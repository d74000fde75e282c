package dev.baton.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * What a document would change in the official instructions of a transfer; nothing is changed by it.
 *
 * @param changes steps whose instruction would become another
 * @param same labels of steps whose instruction stays as it is
 * @param unmatched headings of the document that belong to no step
 * @param untouched labels of steps that the document does not speak of
 */
public record InstructionProposal(
        String fileName,
        String sha256,
        List<Change> changes,
        List<String> same,
        List<Heading> unmatched,
        List<String> untouched)
        implements Serializable {

    /**
     * An instruction that would change.
     *
     * @param step its number and name
     * @param heading the heading in the document, at that paragraph
     */
    public record Change(String stepId, String step, int paragraph, String heading, String from, String to)
            implements Serializable {}

    /**
     * A heading that leads nowhere.
     *
     * @param messageKey why
     */
    public record Heading(int paragraph, String heading, String messageKey) implements Serializable {}
}
