package dev.baton.capture.method;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of answer a prompt takes. Codes are lower case with hyphens. */
public enum PromptType {
    /** One line. */
    TEXT,
    /** Several lines. */
    LONG_TEXT,
    /** A number with its unit and how it was estimated. */
    NUMBER,
    /** One of several. */
    CHOICE,
    /** Some of several. */
    MULTI_CHOICE,
    /** By which senses a cue is noticed. */
    SENSE,
    /** A whole number on a scale with words at its points. */
    SCALE,
    /** A moment. */
    DATE_TIME,
    /** Photos, sound or film. */
    MEDIA,
    /** Rows of the same prompts. */
    GROUP;

    /** The type in definitions and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PromptType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
