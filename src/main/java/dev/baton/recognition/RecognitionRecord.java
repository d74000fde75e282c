package dev.baton.recognition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person gave and what was said to them, newest first.
 *
 * @param visibility who may see it, as the person chose
 * @param shown whether the reader is among them; the lists are empty where not
 * @param withdrawn credits that no longer count because what they stand on has fallen
 */
public record RecognitionRecord(
        String username,
        String name,
        String visibility,
        boolean shown,
        List<CreditView> credits,
        List<ThanksView> thanks,
        List<CreditView> withdrawn) {

    /**
     * One credit.
     *
     * @param act such as {@code authorship}, {@code interviewed} or {@code receiver-review}
     * @param itemId the item, or null for what was given at a step
     * @param step number and name of the step
     * @param at when the person signed
     * @param withdrawnAt when it stopped counting, or null while it counts
     * @param cause why it no longer counts (the item was taken back, or is not what was signed), or null
     */
    public record CreditView(
            String act,
            @Nullable UUID itemId,
            @Nullable Integer version,
            String title,
            @Nullable String step,
            Instant at,
            UUID signatureId,
            Effects effects,
            @Nullable Instant withdrawnAt,
            @Nullable String cause) {

        /** The same credit under another title. */
        CreditView called(String other) {
            return new CreditView(act, itemId, version, other, step, at, signatureId, effects, withdrawnAt, cause);
        }
    }

    /**
     * What came of it. What nobody has counted yet is null.
     *
     * @param readBy how many people of the receiving site have read the item, the person themselves not counted
     * @param runs in how many runs at the receiving site it was used
     * @param cueNamed in how many of them its cue was named without a prompt
     */
    public record Effects(@Nullable Integer readBy, @Nullable Integer runs, @Nullable Integer cueNamed) {}

    /**
     * One thank-you.
     *
     * @param files what came with the words
     * @param answer the contributor's words, or null
     */
    public record ThanksView(
            UUID id,
            String from,
            String fromName,
            String to,
            String toName,
            UUID itemId,
            String title,
            String text,
            Instant at,
            List<KeepsakeView> files,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        /** The same to somebody whose name is held. */
        ThanksView toSomebody(String words) {
            return new ThanksView(id, from, fromName, "", words, itemId, title, text, at, files, answer, answeredAt);
        }
    }

    /**
     * A person with what they did, in no order of merit.
     *
     * @param acts the kinds of their credits, each once, as they stand
     * @param thanked whether anybody has thanked them
     */
    public record Contributor(String username, String name, String site, List<String> acts, boolean thanked) {}
}
