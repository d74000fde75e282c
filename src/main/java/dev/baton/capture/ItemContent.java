package dev.baton.capture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param failure what was tried and failed, or null
 * @param differences where the doing differs from the official instruction, as the author classified it; null for none
 * @param coAuthors user names of those who write and sign it together with the author, set by the server; null for none
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
        @Nullable Interview interview,
        @Nullable Failure failure,
        @Nullable List<Difference> differences,
        @Nullable List<String> coAuthors) {

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
                null,
                null,
                null,
                null);
    }

    /** The same content as that of this item. */
    public ItemContent of(ItemId id) {
        return copy(id, answers, method, interview, failure, differences, coAuthors);
    }

    /** The same content with these answers. */
    ItemContent answered(@Nullable Map<String, Object> given) {
        return copy(itemId, given, method, interview, failure, differences, coAuthors);
    }

    /** The same content with this failure. */
    public ItemContent failed(@Nullable Failure told) {
        return copy(itemId, answers, method, interview, told, differences, coAuthors);
    }

    /** The same content, told with this method and to this interviewer. */
    ItemContent told(@Nullable MethodUse by, @Nullable Interview to) {
        return copy(itemId, answers, by, to, failure, differences, coAuthors);
    }

    /** The same content, written together with these people. */
    ItemContent with(List<String> others) {
        return copy(itemId, answers, method, interview, failure, differences, others.isEmpty() ? null : others);
    }

    /** The same content with these differences. */
    public ItemContent differing(@Nullable List<Difference> classified) {
        return copy(itemId, answers, method, interview, failure, classified, coAuthors);
    }

    /** User names of those of the author side who are not its author: who asked and wrote, and who wrote it with them. */
    public Set<String> helpers() {
        return Stream.concat(
                        Stream.ofNullable(interview).map(Interview::interviewer),
                        Stream.ofNullable(coAuthors).flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    private ItemContent copy(
            @Nullable ItemId id,
            @Nullable Map<String, Object> given,
            @Nullable MethodUse by,
            @Nullable Interview to,
            @Nullable Failure told,
            @Nullable List<Difference> differing,
            @Nullable List<String> others) {
        return new ItemContent(
                id,
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
                given,
                files,
                by,
                to,
                told,
                differing,
                others);
    }

    /**
     * The number at which the cue decides.
     *
     * @param value a number as text, exactly as entered, with a point
     * @param estimatedBy how it was estimated: measured, read off, by feel, from memory
     */
    public record Threshold(@Nullable String value, @Nullable String unit, @Nullable String estimatedBy) {}

    /**
     * Something that was tried and did not work: as much worth handing over as what does.
     *
     * @param tried what was tried
     * @param happened what happened then
     * @param because why it failed
     * @param since since when it is known, in the author's words, so that nobody tries it again
     */
    public record Failure(
            @Nullable String tried, @Nullable String happened, @Nullable String because, @Nullable String since) {

        /** Whether it says nothing. */
        boolean isBlank() {
            return Stream.of(tried, happened, because, since).allMatch(text -> text == null || text.isBlank());
        }
    }

    /**
     * A difference between what the instruction says and what is done.
     *
     * @param kind added, omitted, changed-order or changed-value
     * @param official words of the instruction, or null for what was added
     * @param done words of the author, or null
     */
    public record Difference(
            @JsonProperty("class") @Nullable String kind, @Nullable String official, @Nullable String done) {}
}
