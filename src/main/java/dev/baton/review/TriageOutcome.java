package dev.baton.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What triage finds. All but the first need a reference to the site's own record and put approval on hold. */
public enum TriageOutcome {
    /** Inside the registered range. */
    WITHIN_RANGE,
    /** Needs a deviation record at the sending site. */
    DEVIATION,
    /** Needs change control. */
    CHANGE_CONTROL,
    /** Touches an established condition (ICH Q12). */
    ESTABLISHED_CONDITION;

    /** The outcome in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a record number of the site's own system is needed, and the item is on hold until it is closed. */
    public boolean needsReference() {
        return this != WITHIN_RANGE;
    }

    /** The outcome with this code, or empty. */
    public static Optional<TriageOutcome> ofCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
