package dev.baton.call;

import dev.baton.call.CallRefusals.Unknown;
import java.util.UUID;

/** Identifies a call for contributions. */
public record CallId(UUID value) {

    /** Reads an id; what is no id names nothing. */
    public static CallId of(String text) {
        try {
            return new CallId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
