package dev.baton;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that Baton speaks with people. What is kept as a record is English whoever reads it. */
public final class Languages {

    /** All of them, the one that is spoken when nobody chose first. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    private Languages() {}

    /** Whether Baton speaks the language with this code, such as {@code de}. */
    public static boolean speaks(String code) {
        return SPOKEN.stream().anyMatch(spoken -> spoken.getLanguage().equals(code));
    }

    /** The language with this code; English for null and for one that Baton does not speak. */
    public static Locale of(@Nullable String code) {
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(code))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
