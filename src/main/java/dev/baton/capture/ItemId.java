package dev.baton.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a knowledge item through all its versions. */
public record ItemId(UUID value) {

    /** A new one. */
    public static ItemId create() {
        return new ItemId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    @JsonCreator
    public static ItemId of(String text) {
        return new ItemId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
