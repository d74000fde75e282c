package dev.baton.capture.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the comparison has to know of a language: words that say nothing of the work, words that turn an order round, and
 * words by which somebody says that they do not do something. Data, a file for each language in {@code differences/}.
 */
public final class Language {

    private static final Map<String, Language> ALL = load();
    private static final int LONGEST_STEM = 7;
    private static final Set<String> ENDINGS = Set.of("ed", "en", "es", "er", "em", "st");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+)?");

    private final Set<String> ignored;
    private final Pattern before;
    private final Pattern after;
    private final Pattern not;

    private Language(Map<String, List<String>> words) {
        this.ignored = lower(words.getOrDefault("ignored", List.of()));
        this.before = either(words.getOrDefault("before", List.of()));
        this.after = either(words.getOrDefault("after", List.of()));
        this.not = either(words.getOrDefault("not", List.of()));
    }

    /** The language of that code, or English. */
    public static Language of(@Nullable String code) {
        var english = ALL.getOrDefault("en", new Language(Map.of()));
        return code == null ? english : ALL.getOrDefault(code.toLowerCase(Locale.ROOT), english);
    }

    /** What a text speaks of: the beginnings of its words, so that "stir", "stirring" and "stirred" are one. */
    Set<String> stems(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .filter(word -> !ignored.contains(word))
                .map(Language::stem)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Pattern before() {
        return before;
    }

    Pattern after() {
        return after;
    }

    boolean isNegated(String text) {
        return not.matcher(text).find();
    }

    /** The beginning that forms of a word share: endings go, doubled letters become one, what is long is cut. */
    static String stem(String word) {
        var stem = word;
        while (true) {
            var ending = ending(stem);
            if (ending == 0) {
                break;
            }
            stem = stem.substring(0, stem.length() - ending);
        }
        int last = stem.length() - 1;
        if (last > 1 && stem.charAt(last) == stem.charAt(last - 1)) {
            stem = stem.substring(0, last);
        }
        return stem.length() > LONGEST_STEM ? stem.substring(0, LONGEST_STEM) : stem;
    }

    private static int ending(String word) {
        if (!Character.isLetter(word.charAt(0))) {
            return 0;
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            return 3;
        }
        if (word.length() > 5 && ENDINGS.contains(word.substring(word.length() - 2))) {
            return 2;
        }
        return word.length() > 3 && (word.endsWith("s") || word.endsWith("e")) ? 1 : 0;
    }

    private static Set<String> lower(Collection<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static Pattern either(List<String> words) {
        var any = words.isEmpty() ? "(?!)" : words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Map<String, Language> load() {
        var all = new TreeMap<String, Language>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:differences/*.yaml")) {
                var name = String.valueOf(file.getFilename());
                try (var in = file.getInputStream()) {
                    Map<String, List<String>> words = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                    all.put(name.substring(0, name.indexOf('.')), new Language(words));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
