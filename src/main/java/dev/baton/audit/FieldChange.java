package dev.baton.audit;

import org.jspecify.annotations.Nullable;

/** What changed in one field; the texts are exact and whole. */
public record FieldChange(String field, @Nullable String oldValue, @Nullable String newValue, @Nullable String unit) {

    /** A field that was set for the first time. */
    public static FieldChange set(String field, @Nullable String value) {
        return new FieldChange(field, null, value, null);
    }
}
