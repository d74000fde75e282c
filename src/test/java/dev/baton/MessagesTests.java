package dev.baton;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that code and pages ask for is there, once, and in a form that can be filled. */
class MessagesTests {

    private static final Path WORDS = Path.of("src/main/resources/messages");
    private static final Pattern LINE = Pattern.compile("^([^#!\\s=:][^=:\\s]*)\\s*[=:]\\s?(.*)$");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]*)[}(]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern ACT = Pattern.compile("\\.record\\(\\s*\"([a-z-]+)\"");

    /** Parts of file names that look like keys. */
    private static final Set<String> NO_WORDS = Set.of("decision.engine", "decision.history");

    private final Map<String, String> words = words();
    private final Map<String, String> german = words(lines(true));

    @Test
    void noKeyHasTwoMeanings() {
        var sentences = lines().collect(groupingBy(Line::key, mapping(Line::sentence, toCollection(TreeSet::new))));

        assertThat(sentences.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void everyKeyThatCodeNamesIsThere() {
        var areas = words.keySet().stream()
                .map(key -> key.substring(0, Math.max(0, key.indexOf('.'))))
                .filter(area -> !area.isEmpty())
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        sources("src/main/java", ".java").forEach((file, text) -> {
            LITERAL.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !NO_WORDS.contains(key))
                    .filter(key -> areas.contains(key.substring(0, key.indexOf('.'))))
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> missing.add(key + " in " + file));
            ACT.matcher(text)
                    .results()
                    .map(found -> "act." + found.group(1))
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> missing.add(key + " in " + file));
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatPagesNameIsThere() {
        var missing = new TreeSet<String>();
        sources("src/main/resources/templates", ".html").forEach((file, text) -> IN_TEMPLATE
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !words.containsKey(key))
                .forEach(key -> missing.add(key + " in " + file)));

        assertThat(missing).isEmpty();
    }

    @Test
    void everySentenceCanBeFilled() {
        var broken = new ArrayList<String>();
        addBroken(words, Locale.ENGLISH, broken);
        addBroken(german, Locale.GERMAN, broken);

        assertThat(broken).isEmpty();
    }

    private static void addBroken(Map<String, String> words, Locale language, List<String> broken) {
        words.forEach((key, sentence) -> {
            try {
                new MessageFormat(sentence, language);
            } catch (IllegalArgumentException e) {
                broken.add(key + ": " + e.getMessage());
            }
            if (sentence.contains("{0") && sentence.replace("''", "").contains("'")) {
                broken.add(key + ": a single apostrophe swallows what follows; write two");
            }
            if (!sentence.contains("{") && sentence.contains("''")) {
                broken.add(key + ": nothing is filled in, so both apostrophes are shown");
            }
        });
    }

    @Test
    void everySentenceIsThereInGermanInTheSameFile() {
        var english = lines(false).map(MessagesTests::place).collect(toCollection(TreeSet::new));
        var inGerman = lines(true).map(MessagesTests::place).collect(toCollection(TreeSet::new));
        var missing = new TreeSet<>(english);
        missing.removeAll(inGerman);
        var alone = new TreeSet<>(inGerman);
        alone.removeAll(english);

        assertThat(missing).as("without German").isEmpty();
        assertThat(alone).as("in German alone").isEmpty();
        assertThat(english).hasSizeGreaterThan(2000);
    }

    @Test
    void aGermanSentenceIsFilledWithTheSame() {
        var differing = new TreeSet<String>();
        german.forEach((key, sentence) -> {
            if (!arguments(sentence).equals(arguments(words.getOrDefault(key, "")))) {
                differing.add(key + ": " + sentence);
            }
        });

        assertThat(differing).isEmpty();
    }

    private static String place(Line line) {
        var file = Path.of(line.file()).getFileName().toString();
        return file.replaceAll("(_de)?\\.properties$", "") + ": " + line.key();
    }

    private static Set<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everyFileIsRead() throws IOException {
        try (var files = Files.list(WORDS)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("(_de)?\\.properties$", "")))
                    .isSubsetOf(Words.FILES);
        }
    }

    private record Line(String file, String key, String sentence) {}

    private static Map<String, String> words() {
        return words(lines());
    }

    private static Map<String, String> words(Stream<Line> lines) {
        var words = new TreeMap<String, String>();
        lines.forEach(line -> words.put(line.key(), line.sentence()));
        return words;
    }

    private static Stream<Line> lines() {
        return lines(false);
    }

    private static Stream<Line> lines(boolean german) {
        return sources(WORDS.toString(), ".properties").entrySet().stream()
                .filter(file -> file.getKey().endsWith("_de.properties") == german)
                .flatMap(file -> joined(file.getValue()).stream()
                        .map(LINE::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> new Line(file.getKey(), matcher.group(1), matcher.group(2))));
    }

    private static List<String> joined(String text) {
        return text.replaceAll("\\\\\\R\\s*", "").lines().toList();
    }

    private static Map<String, String> sources(String directory, String suffix) {
        if (!Files.exists(Path.of(directory))) {
            return Map.of();
        }
        try (var files = Files.walk(Path.of(directory))) {
            Set<Path> found =
                    files.filter(file -> file.toString().endsWith(suffix)).collect(Collectors.toSet());
            return found.stream().collect(Collectors.toMap(Path::toString, MessagesTests::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
