package dev.baton.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of clauses promises nothing that is not there: its tests exist and the document says the same. */
class ClausesTests {

    private final List<Clauses.Clause> clauses = new Clauses(new ObjectMapper()).all(Locale.ENGLISH);

    @Test
    void everyTestItNamesExists() throws IOException {
        var tests = names(Path.of("src/test/java"));

        assertThat(clauses.stream().flatMap(clause -> clause.tests().stream()))
                .isNotEmpty()
                .allMatch(tests::contains);
    }

    @Test
    void everyClauseIsThereInGerman() {
        var german = new Clauses(new ObjectMapper()).all(Locale.GERMAN);

        assertThat(german).hasSameSizeAs(clauses).noneMatch(clauses::contains);
    }

    @Test
    void everyClauseStandsInTheDocumentToo() throws IOException {
        var document = Files.readString(Path.of("docs/regulation.md"));

        assertThat(clauses).extracting(Clauses.Clause::clause).allMatch(document::contains);
    }

    @Test
    void everyFigureHasItsWords() throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/audit.properties"))) {
            words.load(in);
        }

        assertThat(clauses.stream().flatMap(clause -> clause.evidence().stream()))
                .allMatch(figure -> words.containsKey("evidence." + figure));
    }

    @Test
    void whatIsNotBuiltIsSaidPlainly() {
        assertThat(clauses)
                .filteredOn(
                        clause -> clause.evidence().isEmpty() && clause.tests().isEmpty())
                .extracting(Clauses.Clause::clause)
                .containsExactly("11.30");
    }

    private static Set<String> names(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
