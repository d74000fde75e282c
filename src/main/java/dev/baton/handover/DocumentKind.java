package dev.baton.handover;

import dev.baton.transfer.Phase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The signed documents of a transfer (WHO TRS 1044, Annex 4, chapter 7 and appendix 1). */
public enum DocumentKind {
    /** What is going to be transferred, how, and when it counts as done: before execution. */
    PROTOCOL(Phase.PLANNING),
    /** What was transferred, how it was shown, and what is left: before close-out. */
    REPORT(Phase.EXECUTION);

    private final Phase endOf;

    DocumentKind(Phase endOf) {
        this.endOf = endOf;
    }

    /** The phase that does not end without it. */
    Phase endOf() {
        return endOf;
    }

    /** The kind in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code, or empty. */
    public static Optional<DocumentKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
