package dev.baton.capture;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The difference between two texts, word by word. */
final class WordDiff {

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private WordDiff() {}

    /**
     * A stretch of text.
     *
     * @param kind same, removed or added
     */
    record Part(String kind, String text) {}

    /** The stretches in order; those that are the same or removed make the one text, the same or added the other. */
    static List<Part> between(@Nullable String before, @Nullable String after) {
        var left = words(before);
        var right = words(after);
        var parts = new ArrayList<Part>();
        for (var delta : DiffUtils.diff(left, right, true).getDeltas()) {
            var from = String.join("", delta.getSource().getLines());
            var to = String.join("", delta.getTarget().getLines());
            if (delta.getType() == DeltaType.EQUAL) {
                add(parts, "same", from);
            } else {
                add(parts, "removed", from);
                add(parts, "added", to);
            }
        }
        return parts;
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void add(List<Part> parts, String kind, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(kind, text));
        }
    }
}
