package dev.baton.capture.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An elicitation method in one version, as its file defines it.
 *
 * @param version 1, 2, 3 …; raised with every change of the file
 * @param people 1, or 2 when somebody else should ask and write
 * @param parts what fits into one sitting of about a quarter of an hour each
 * @param suggests by field of the item ({@code kind}, {@code title}, {@code whatIsDone} …) the kind to begin with, or the
 *     id of the prompt whose answer may stand there
 * @param source the text of the file
 * @param definition SHA-256 of that text in lower-case hexadecimal
 */
public record Method(
        String id,
        int version,
        Told name,
        Told purpose,
        int people,
        List<Part> parts,
        Map<String, String> suggests,
        String source,
        String definition) {

    /** A sitting. {@code minutes} is how long it takes. */
    public record Part(
            String id, Told name, @Nullable Told lead, int minutes, List<Prompt> prompts, List<Result> results) {}

    /** All prompts, in order. */
    public Stream<Prompt> prompts() {
        return parts.stream().flatMap(part -> part.prompts().stream());
    }

    /** The prompt with that id, or empty. */
    public Optional<Prompt> prompt(String id) {
        return prompts().filter(prompt -> prompt.id().equals(id)).findFirst();
    }

    /** Minutes for the whole method. */
    public int minutes() {
        return parts.stream().mapToInt(Part::minutes).sum();
    }
}
