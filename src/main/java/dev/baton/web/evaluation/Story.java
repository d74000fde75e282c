package dev.baton.web.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one expert of the sample tells about one step, and what others then do with it.
 *
 * @param step number of the process step
 * @param expert user name of the author
 * @param item the item's content in the form of the API, or null for "nothing hidden"
 * @param nothingHidden whether the expert signs that they know of nothing more
 * @param draft whether the expert has begun and not submitted
 * @param confidence whether the expert tells it in confidence
 * @param unasked whether nobody asked the expert about this step
 * @param acts what follows, in order
 */
record Story(
        String step,
        String expert,
        @Nullable JsonNode item,
        boolean nothingHidden,
        boolean draft,
        boolean confidence,
        boolean unasked,
        @Nullable List<Act> acts) {

    /** What follows, in order; never null. */
    List<Act> then() {
        return acts == null ? List.of() : acts;
    }

    /** How the log calls it. */
    String title() {
        return step + " "
                + (item == null ? "nothing hidden" : item.path("title").asText());
    }

    /**
     * One act on the item. Exactly one of {@code kind}, {@code revise} and {@code thanks} is given.
     *
     * @param by user name
     * @param kind the task's kind: a stage of review, or {@code rework}
     * @param version the version the act is about; 1 when not given
     * @param decision accept, ask, refuse or submit
     * @param condition the established condition that triage found
     * @param category how a change of it is reported
     * @param answer to every open question
     * @param change properties of the item's content that the next version has anew
     * @param revise reason for beginning a next version
     * @param thanks the words of a thank-you
     * @param picture file beside the stories that goes with the thank-you
     * @param reply the author's answer to it
     */
    record Act(
            String by,
            @Nullable String kind,
            @Nullable Integer version,
            @Nullable String decision,
            @Nullable String comment,
            @Nullable String triage,
            @Nullable String reference,
            @Nullable String condition,
            @Nullable String category,
            @Nullable String answer,
            @Nullable JsonNode change,
            @Nullable String revise,
            @Nullable String thanks,
            @Nullable String picture,
            @Nullable String reply) {

        int about() {
            return Objects.requireNonNullElse(version, 1);
        }
    }
}
