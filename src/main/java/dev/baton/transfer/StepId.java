package dev.baton.transfer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a process step. */
public record StepId(UUID value) {

    /** A new one. */
    public static StepId create() {
        return new StepId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    @JsonCreator
    public static StepId of(String text) {
        return new StepId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
