package dev.baton.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemContent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The passage that something is said about: its exact words in one part of the text, and a few words before and after to
 * find it by. It stays true of a next version as long as the words are still there.
 *
 * @param field whatIsDone, why, cue or consequence
 */
public record Anchor(String field, String exact, @Nullable String prefix, @Nullable String suffix) {

    private static final int LONGEST = 1_000;
    private static final Set<String> FIELDS = Set.of("whatIsDone", "why", "cue", "consequence");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether the passage stands in this text as it was marked. */
    public boolean isIn(ItemContent content) {
        var text = textOf(content);
        if (text == null) {
            return false;
        }
        var before = prefix == null ? "" : prefix;
        var after = suffix == null ? "" : suffix;
        return text.contains(before + exact + after);
    }

    private @Nullable String textOf(ItemContent content) {
        return switch (field) {
            case "whatIsDone" -> content.whatIsDone();
            case "why" -> content.why();
            case "cue" -> content.cue();
            case "consequence" -> content.consequence();
            default -> null;
        };
    }

    /** Tells what is wrong with it for this text. */
    static void check(@Nullable Anchor anchor, ItemContent content, List<Fault> faults) {
        if (anchor == null) {
            return;
        }
        Texts.require("anchor.exact", anchor.exact, LONGEST, faults);
        Texts.check("anchor.prefix", anchor.prefix, LONGEST, faults);
        Texts.check("anchor.suffix", anchor.suffix, LONGEST, faults);
        if (!FIELDS.contains(anchor.field == null ? "" : anchor.field)) {
            faults.add(Fault.of(
                    "anchor.field",
                    "review.anchor-field",
                    String.join(", ", FIELDS.stream().sorted().toList())));
        } else if (faults.isEmpty() && !anchor.isIn(content)) {
            faults.add(Fault.of("anchor.exact", "review.anchor-not-there"));
        }
    }

    static @Nullable String written(@Nullable Anchor anchor) {
        try {
            return anchor == null ? null : JSON.writeValueAsString(anchor);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static @Nullable Anchor read(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Anchor.class);
        } catch (JsonProcessingException e) {
            return null; // only a hand in the database can have written it
        }
    }
}
