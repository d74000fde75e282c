package dev.baton.capture;

import dev.baton.capture.method.AnswersRead;
import dev.baton.capture.method.AnswersRead.Said;
import dev.baton.capture.method.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The door to elicitation methods: which there are, and answers in words. */
@Service
public class Methods {

    private final MethodCatalog catalog;
    private final MessageSource messages;

    Methods(MethodCatalog catalog, MessageSource messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    /** All methods that can be used now, by id, each as JSON in that language (English where it has no words). */
    public List<Map<String, @Nullable Object>> all(String language) {
        return catalog.current().stream()
                .map(method -> new MethodJson(language).of(method))
                .toList();
    }

    /** The method as it is now, as JSON, or empty when there is none with that id. */
    public Optional<Map<String, @Nullable Object>> current(@Nullable String id, String language) {
        return catalog.current(id).map(method -> new MethodJson(language).of(method));
    }

    /** The method exactly as it was used, as JSON, or empty. */
    public Optional<Map<String, @Nullable Object>> exact(MethodUse use, String language) {
        return catalog.exact(use.definition()).map(method -> new MethodJson(language).of(method));
    }

    /** Whether there is such a method now. */
    public boolean isThere(String id) {
        return catalog.current(id).isPresent();
    }

    /** The name of the method that was used, or empty without one. */
    public Optional<String> name(@Nullable MethodUse use) {
        return Optional.ofNullable(use)
                .flatMap(used -> catalog.exact(used.definition()))
                .map(Method::name)
                .map(name -> name.in(reader().getLanguage()));
    }

    /**
     * An answer in words.
     *
     * @param id id of the prompt that it answers
     * @param words empty for a group
     * @param rows the rows of a group, each with its answers
     */
    public record Answered(String id, String question, String words, List<List<Answered>> rows) {

        private static Answered of(Said said) {
            return new Answered(
                    said.prompt(),
                    said.question(),
                    said.words(),
                    said.rows().stream()
                            .map(row -> row.stream().map(Answered::of).toList())
                            .toList());
        }
    }

    /** The answers of an item in words, in the order of its method; none without a method. */
    public List<Answered> read(ItemContent content) {
        return said(content).stream().map(Answered::of).toList();
    }

    private List<Said> said(ItemContent content) {
        var use = content.method();
        var answers = content.answers();
        if (use == null || answers == null) {
            return List.of();
        }
        return catalog.exact(use.definition())
                .map(method -> new AnswersRead(method, reader().getLanguage(), this::word).of(answers))
                .orElse(List.of());
    }

    /** The same as JSON. */
    public List<Map<String, @Nullable Object>> readJson(ItemContent content) {
        return said(content).stream().map(MethodJson::said).toList();
    }

    /** The language of the reader; where nobody reads, as in an export, it is English. */
    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }

    private String word(String key) {
        return messages.getMessage(key, null, key.substring(key.indexOf('.') + 1), reader());
    }
}
