package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.NotFit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The door to the question in the margin: which words of a text leave something open, and what to ask about them. */
@Service
public class Vagueness {

    private final Map<String, Words> byLanguage;

    Vagueness() {
        this.byLanguage = load();
    }

    /**
     * A word that leaves something open.
     *
     * @param from where it begins, in UTF-16 units from 0
     * @param to where it ends, exclusive
     * @param word as it stands in the text
     * @param ask the question about it, in the language of the text
     */
    public record Mark(int from, int to, String word, String ask) {}

    private record Words(Pattern pattern, Map<String, String> asks) {}

    /** The marks of a text in order; a language without a word list has none. */
    public List<Mark> marks(@Nullable String text, @Nullable String language) {
        var faults = new ArrayList<Fault>();
        if (text == null) {
            faults.add(Fault.of("text", "text.missing"));
        }
        Texts.check("text", text, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
        var words = byLanguage.get(language == null ? "en" : language.toLowerCase(Locale.ROOT));
        if (words == null) {
            return List.of();
        }
        var marks = new ArrayList<Mark>();
        var found = words.pattern().matcher(Objects.requireNonNull(text));
        while (found.find()) {
            var key = found.group().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            marks.add(new Mark(
                    found.start(), found.end(), found.group(), words.asks().getOrDefault(key, "")));
        }
        return List.copyOf(marks);
    }

    private static Map<String, Words> load() {
        var all = new HashMap<String, Words>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:vagueness/*.yaml")) {
                var name = Objects.requireNonNull(file.getFilename());
                all.put(name.substring(0, name.indexOf('.')), words(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    private static Words words(Resource file) throws IOException {
        var asks = new HashMap<String, String>();
        try (var in = file.getInputStream()) {
            List<Map<String, Object>> groups = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            for (var group : groups) {
                if (group.get("words") instanceof List<?> words) {
                    words.forEach(word ->
                            asks.put(String.valueOf(word).toLowerCase(Locale.ROOT), String.valueOf(group.get("ask"))));
                }
            }
        }
        // The longest first: "until it is right" is one mark, not two. Words only whole, and no back-tracking to speak
        // of.
        var either = asks.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word).replace(" ", "\\E\\s{1,3}\\Q"))
                .collect(Collectors.joining("|"));
        return new Words(
                Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                Map.copyOf(asks));
    }
}
