package dev.baton.transfer;

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

    /** The phase in the API and in the database. */
    public String code() {
        return code;
    }
}
