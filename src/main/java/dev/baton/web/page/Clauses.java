package dev.baton.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The clauses the product answers to, in our own words, from {@code regulation/clauses.json}. */
@Component
class Clauses {

    private final List<Clause> all;

    Clauses(ObjectMapper json) {
        try (var in = new ClassPathResource("regulation/clauses.json").getInputStream()) {
            all = List.of(json.readValue(in, Clause[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("The clauses cannot be read", e);
        }
    }

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
            List<String> tests) {}

    List<Clause> all() {
        return all;
    }
}
