package dev.baton.signature;

import java.util.Locale;

/** What a signature says (21 CFR 11.50(a)(3)); a closed list. */
public enum Meaning {
    /** "I wrote this and it is what I know." */
    AUTHORSHIP,
    /** "I have read this and could work by it", or "not yet, because". */
    REVIEW,
    /** "I answer for this", such as the outcome of triage. */
    RESPONSIBILITY,
    /** "This version is effective." */
    APPROVAL,
    /** "I saw it done." */
    WITNESS;

    /** The meaning in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
