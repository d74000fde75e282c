package dev.baton.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a transfer. */
public record TransferId(UUID value) {

    /** A new one. */
    public static TransferId create() {
        return new TransferId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    @JsonCreator
    public static TransferId of(String text) {
        return new TransferId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
