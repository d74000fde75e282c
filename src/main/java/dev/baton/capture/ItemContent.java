package dev.baton.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expert tells about one hidden step: the text of a draft or of a version. Only title, kind and whatIsDone are
 * needed to submit; everything else may stay null.
 *
 * @param itemId the item, or null for one that the server has not seen yet
 * @param kind code of an {@link ItemKind}, or null while it is a draft
 * @param sense sight, sound, smell, touch or instrument, or null
 * @param confidence 1 to 5, or null
 * @param outsideRange code of {@link OutsideRange}, or null for {@code no}
 * @param answers answers to the prompts of an elicitation method, by prompt id
 * @param files ids of the evidence files, in order
 * @param method the method that the answers belong to; set by the server with the first answer, null without answers
 * @param interview who asked and wrote, set by the server; null when the expert wrote alone
 */
public record ItemContent(
        @Nullable ItemId itemId,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String whatIsDone,
        @Nullable String why,
        @Nullable String cue,
        @Nullable String consequence,
        @Nullable Instant observedAt,
        @Nullable String shift,
        @Nullable String batches,
        @Nullable String sense,
        @Nullable Threshold threshold,
        @Nullable Boolean strainDependent,
        @Nullable Integer confidence,
        @Nullable String alsoKnownBy,
        @Nullable String outsideRange,
        @Nullable Map<String, Object> answers,
        @Nullable List<String> files,
        @Nullable MethodUse method,
        @Nullable Interview interview) {

    /** Content that was told without a method and without an interviewer. */
    public ItemContent(
            @Nullable ItemId itemId,
            @Nullable String title,
            @Nullable String kind,
            @Nullable String whatIsDone,
            @Nullable String why,
            @Nullable String cue,
            @Nullable String consequence,
            @Nullable Instant observedAt,
            @Nullable String shift,
            @Nullable String batches,
            @Nullable String sense,
            @Nullable Threshold threshold,
            @Nullable Boolean strainDependent,
            @Nullable Integer confidence,
            @Nullable String alsoKnownBy,
            @Nullable String outsideRange,
            @Nullable Map<String, Object> answers,
            @Nullable List<String> files) {
        this(
                itemId,
                title,
                kind,
                whatIsDone,
                why,
                cue,
                consequence,
                observedAt,
                shift,
                batches,
                sense,
                threshold,
                strainDependent,
                confidence,
                alsoKnownBy,
                outsideRange,
                answers,
                files,
                null,
                null);
    }

    /** The same content, told with this method and to this interviewer. */
    ItemContent told(@Nullable MethodUse by, @Nullable Interview to) {
        return new ItemContent(
                itemId,
                title,
                kind,
                whatIsDone,
                why,
                cue,
                consequence,
                observedAt,
                shift,
                batches,
                sense,
                threshold,
                strainDependent,
                confidence,
                alsoKnownBy,
                outsideRange,
                answers,
                files,
                by,
                to);
    }

    /**
     * The number at which the cue decides.
     *
     * @param value a number as text, exactly as entered, with a point
     * @param estimatedBy how it was estimated: measured, read off, by feel, from memory
     */
    public record Threshold(@Nullable String value, @Nullable String unit, @Nullable String estimatedBy) {}
}
