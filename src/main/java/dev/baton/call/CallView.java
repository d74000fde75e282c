package dev.baton.call;

import dev.baton.transfer.TransferId;
import java.time.LocalDate;
import java.util.List;

/**
 * A call for contributions as it may be shown.
 *
 * @param steps the steps it is about
 * @param open whether people can still join
 * @param people user names of those who joined, in that order
 * @param told how many of the contributions are told and signed
 * @param joined whether the current actor has joined
 */
public record CallView(
        CallId id,
        TransferId transferId,
        String theme,
        String words,
        List<Step> steps,
        LocalDate until,
        String publishedBy,
        boolean open,
        List<String> people,
        List<Contribution> contributions,
        int told,
        boolean joined) {

    /** A step to write about. */
    public record Step(String id, String label) {}

    /**
     * What somebody writes.
     *
     * @param step its number and name
     * @param told whether it is told and signed
     * @param captureId the request in which it is written
     */
    public record Contribution(String username, String title, String step, boolean told, String captureId) {}
}
