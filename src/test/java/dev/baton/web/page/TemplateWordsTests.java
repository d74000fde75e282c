package dev.baton.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every visible word of the pages stands in a message file, and every message a page asks for is there. */
class TemplateWordsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path PAGES = Path.of("src/main/java/dev/baton/web/page");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z0-9.-]*)[}(]");
    private static final Pattern KEY_FAMILY = Pattern.compile("#\\{\\|([a-z.-]+\\.)\\$\\{");
    private static final Pattern WORD_CALL = Pattern.compile("texts\\s*\\.word\\(\\s*\"([a-z][a-zA-Z.-]*)\"[,)]");
    private static final Pattern MARKUP = Pattern.compile("<!DOCTYPE[^>]*>|<!--.*?-->|<[^>]*>|Baton", Pattern.DOTALL);
    private static final Pattern PLAIN_WORDS =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|label|value)=\"[^\"]*\\p{L}{2}[^\"]*\"");
    private static final List<String> UNSAFE = List.of("th:utext", "[(", "[[", " style=", " onclick=", "<style");

    @Test
    void everyKeyIsThere() throws IOException {
        var words = words();
        var missing = new TreeSet<String>();
        for (var file : files(TEMPLATES, ".html")) {
            KEY.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> missing.add(file + " " + key));
            KEY_FAMILY
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(family -> words.stringPropertyNames().stream().noneMatch(key -> key.startsWith(family)))
                    .forEach(family -> missing.add(file + " " + family));
        }
        for (var file : files(PAGES, ".java")) {
            WORD_CALL
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !words.containsKey(key))
                    .forEach(key -> missing.add(file + " " + key));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            var html = Files.readString(file);
            var text = MARKUP.matcher(html).replaceAll(" ");
            Pattern.compile("\\p{L}{2,}").matcher(text).results().forEach(word -> found.add(file + " " + word.group()));
            PLAIN_WORDS
                    .matcher(html)
                    .results()
                    .map(hit -> hit.group().strip())
                    // What a button sends is not shown.
                    .filter(hit -> !hit.startsWith("value="))
                    .forEach(hit -> found.add(file + " " + hit));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void textIsTextAndNothingIsInline() throws IOException {
        for (var file : files(TEMPLATES, ".html")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(UNSAFE);
        }
    }

    private static Properties words() throws IOException {
        var words = new Properties();
        for (var file : files(MESSAGES, ".properties")) {
            if (file.toString().endsWith("_de.properties")) {
                continue;
            }
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        }
        return words;
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            var found = paths.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            assertThat(found).as(root.toString()).isNotEmpty();
            return found;
        }
    }
}
