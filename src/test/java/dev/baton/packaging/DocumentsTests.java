package dev.baton.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents are true where a machine can tell: links lead somewhere, named tests exist. */
class DocumentsTests {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:IT|Tests))(?:\\.([a-zA-Z]+))?`");

    @Test
    void everyLinkLeadsToAFile() {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            LINK.matcher(read(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.contains("://"))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(link + " in " + document));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatRegulationNamesExists() {
        var tests = files(Path.of("src/test/java"), ".java").stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        DocumentsTests::read,
                        String::concat));
        var missing = new TreeSet<String>();
        TEST.matcher(read(Path.of("docs/regulation.md"))).results().forEach(named -> {
            var source = tests.get(named.group(1));
            if (source == null || (named.group(2) != null && !source.contains(" " + named.group(2) + "("))) {
                missing.add(named.group());
            }
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void readmeHasExactlyTwoCommands() {
        var readme = read(Path.of("README.md"));

        assertThat(Pattern.compile("(?s)```\\R(.*?)\\R```")
                        .matcher(readme)
                        .results()
                        .map(block -> block.group(1)))
                .containsExactly("mvn spring-boot:run", "mvn verify");
        assertThat(read(Path.of(".ci/run"))).contains("mvn -B -ntp verify -Dbrowser=required");
    }

    private static List<Path> documents() {
        return Stream.concat(
                        Stream.of(Path.of("./README.md"), Path.of("bpmn/README.md"))
                                .filter(Files::exists),
                        files(Path.of("docs"), ".md").stream())
                .toList();
    }

    private static List<Path> files(Path directory, String suffix) {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
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
