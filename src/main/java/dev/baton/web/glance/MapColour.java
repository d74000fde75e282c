package dev.baton.web.glance;

import java.util.Arrays;
import java.util.List;

/** By what a process map is coloured. */
enum MapColour {
    /** How far what is known of each step has come. */
    COVERAGE("coverage", "none", "warn", "accent", "ok", "full"),
    /** How easily what is known of a step gets lost. */
    RISK("risk", "none", "ok", "warn", "danger"),
    /** How far reports and what comes out right the first time are apart. */
    HIDDEN_FACTORY("hidden-factory", "none", "ok", "warn", "danger"),
    /** How far the receiving site can do it. */
    DEMONSTRATION("demonstration", "none", "warn", "accent", "ok");

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tones;

    MapColour(String code, String... tones) {
        this.code = code;
        this.tones = List.of(tones);
    }

    /** The colour in the API. */
    String code() {
        return code;
    }

    /** The highest level, from 0 for "nothing known". */
    int levels() {
        return tones.size() - 1;
    }

    /** The tone of a level in {@code picture.css}. */
    String tone(int level) {
        return tones.get(level);
    }

    /** The colour with this code; refuses any other. */
    static MapColour of(String code) {
        return Arrays.stream(values())
                .filter(colour -> colour.code.equals(code))
                .findFirst()
                .orElseThrow(ColourUnknown::new);
    }
}
