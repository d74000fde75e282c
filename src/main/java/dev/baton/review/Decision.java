package dev.baton.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer or approver decides. */
public enum Decision {
    /** Yes; signed. */
    ACCEPT,
    /** A question: back to the author, unsigned. */
    ASK,
    /** Not yet, because; signed, ends the round. */
    REFUSE;

    /** The decision in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision with this code, or empty. */
    public static Optional<Decision> ofCode(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst();
    }
}
