package dev.baton.transfer;

import java.util.Arrays;

/** The four phases of a technology transfer (WHO TRS 1044, Annex 4, chapter 12). */
public enum Phase {
    /** Scope, charter, team. */
    INITIATION("initiation"),
    /** Gap analysis, risks, plan, training plan; capture begins. */
    PLANNING("planning"),
    /** Training, trial and qualification batches; capture goes on. */
    EXECUTION("execution"),
    /** Report, lessons, acceptance. */
    CLOSE_OUT("close-out");

    private final String code;

    Phase(String code) {
        this.code = code;
    }

    /** The phase with this code. */
    static Phase ofCode(String code) {
        return Arrays.stream(values())
                .filter(phase -> phase.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The phase in the API and in the database. */
    public String code() {
        return code;
    }
}
