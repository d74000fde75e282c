package dev.baton.contradiction;

import dev.baton.contradiction.ContradictionRefusals.Unknown;
import java.util.UUID;

/** Identifies a contradiction. */
public record ContradictionId(UUID value) {

    /** Reads an id; what is no id names nothing. */
    public static ContradictionId of(String text) {
        try {
            return new ContradictionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
