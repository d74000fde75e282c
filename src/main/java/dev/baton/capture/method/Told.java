package dev.baton.capture.method;

import java.util.Map;

/** A text of a definition in one or more languages; English is always there. */
public record Told(Map<String, String> byLanguage) {

    /** The text in that language (such as {@code de}), or in English. */
    public String in(String language) {
        var english = byLanguage.getOrDefault("en", "");
        return byLanguage.getOrDefault(language, english);
    }

    /** The English text. */
    public String english() {
        return in("en");
    }
}
