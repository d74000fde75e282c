package dev.baton.transfer.comparison;

import java.util.Arrays;
import java.util.Optional;

/** In what the two units are compared (WHO TRS 1044, Annex 4: parallel comparison of sending and receiving unit). */
public enum Aspect {
    /** Raw materials, consumables, starting materials. */
    MATERIALS("materials"),
    /** Machines, instruments, tools. */
    EQUIPMENT("equipment"),
    /** How it is done. */
    METHOD("method"),
    /** Rooms, flows, utilities. */
    PREMISES("premises"),
    /** Skills, shifts, number of hands. */
    PEOPLE("people"),
    /** Temperature, humidity, air, water. */
    ENVIRONMENT("environment"),
    /** Batch size, volumes, times. */
    SCALE("scale");

    private final String code;

    Aspect(String code) {
        this.code = code;
    }

    /** The aspect in the API, in the database and in the workbook. */
    public String code() {
        return code;
    }

    /** The aspect with this code, whatever its case. */
    public static Optional<Aspect> of(String code) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.code.equalsIgnoreCase(code.strip()))
                .findFirst();
    }
}
