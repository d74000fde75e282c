package dev.baton.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an evidence file. */
public record FileId(UUID value) {

    /** A new one. */
    public static FileId create() {
        return new FileId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    @JsonCreator
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
