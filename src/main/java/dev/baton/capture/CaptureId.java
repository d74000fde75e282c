package dev.baton.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a request to one expert to tell what they know about one step. */
public record CaptureId(UUID value) {

    /** A new one. */
    public static CaptureId create() {
        return new CaptureId(UUID.randomUUID());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    @JsonCreator
    public static CaptureId of(String text) {
        return new CaptureId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
