package dev.baton.audit;

import java.util.List;

/**
 * Something that an integrity check found altered, missing, added or out of order.
 *
 * @param where the record, as exactly as it is known, such as {@code audit_entry no. 4711, new_value}
 * @param kind what is wrong; the words are {@code finding.<kind>}, what to do is {@code finding.<kind>.advice}
 * @param args what the sentences are filled with; never a secret
 */
public record IntegrityFinding(String where, String kind, List<String> args) {

    /** A finding whose sentence is filled with these words. */
    public static IntegrityFinding of(String where, String kind, String... args) {
        return new IntegrityFinding(where, kind, List.of(args));
    }
}
