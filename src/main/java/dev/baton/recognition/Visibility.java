package dev.baton.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a person's recognition record; each person decides for their own. */
public enum Visibility {
    /** Whoever has an account. */
    EVERYBODY,
    /** Those who share a transfer with the person, and quality. */
    TRANSFERS,
    /** The person alone. */
    ME;

    /** The choice in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice with this code, or empty. */
    public static Optional<Visibility> ofCode(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }
}
