package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act of the audit trail as a sentence, with the rows it was made from. */
record TrailSentence(
        String person,
        String did,
        String label,
        @Nullable Integer version,
        @Nullable String change,
        @Nullable String reason,
        When at,
        String username,
        String role,
        String site,
        String zone,
        String address,
        List<Row> rows) {

    /** A row: one field, its old and its new value. */
    record Row(long no, String field, String oldValue, String newValue) {}

    /** What can be chosen in a filter. */
    record Choice(String value, String text) {}

    /** What the trail is narrowed to; null or empty is everything. */
    record Filter(
            @Nullable String person,
            @Nullable String item,
            @Nullable String act,
            @Nullable String from,
            @Nullable String to) {}
}
