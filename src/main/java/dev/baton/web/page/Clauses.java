package dev.baton.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The clauses the product answers to, in our own words, from {@code regulation/clauses.json}. */
@Component
class Clauses {

    private final List<Clause> english;
    private final List<Clause> german;

    Clauses(ObjectMapper json) {
        english = List.of(read(json, "regulation/clauses.json", Clause[].class));
        var words = read(json, "regulation/clauses_de.json", German.class);
        german = english.stream()
                .map(clause -> clause.in(words.get(clause.source() + " " + clause.clause())))
                .toList();
    }

    /** The German words of the clauses, by source and number. */
    private static final class German extends HashMap<String, Words> {
        private static final long serialVersionUID = 1L;
    }

    /** What is said of a clause in another language. */
    record Words(String asks, String does, String site) {}

    /**
     * One clause.
     *
     * @param source the regulation it stands in
     * @param asks what it asks for, paraphrased
     * @param does how the product meets it
     * @param site what the site itself must do
     * @param evidence names of live figures, in {@link ClauseEvidence}
     * @param link where more can be seen, or null
     * @param tests the tests that hold the product to it
     */
    record Clause(
            String source,
            String clause,
            String asks,
            String does,
            String site,
            List<String> evidence,
            @Nullable String link,
            List<String> tests) {

        private Clause in(@Nullable Words words) {
            return words == null
                    ? this
                    : new Clause(source, clause, words.asks, words.does, words.site, evidence, link, tests);
        }
    }

    /** All of them in that language. */
    List<Clause> all(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }

    private static <T> T read(ObjectMapper json, String file, Class<T> type) {
        try (var in = new ClassPathResource(file).getInputStream()) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The clauses cannot be read", e);
        }
    }
}
