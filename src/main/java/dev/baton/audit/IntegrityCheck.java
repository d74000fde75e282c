package dev.baton.audit;

/**
 * One way of discerning altered records, which any module may contribute as a bean. A check reads and reports; it
 * repairs nothing, runs in a read-only transaction of its own that sees one moment of the database, and may take long.
 */
public interface IntegrityCheck {

    /** Its stable name, such as {@code rows-against-revisions}; its words are {@code check.<name>}. */
    String name();

    /** Where it stands among the others: the cheap and telling ones first. */
    int order();

    /**
     * Looks at everything of its kind and reports what is wrong, the first bad record first.
     *
     * @throws IntegrityCheckCancelled out of {@link IntegrityReport#looked} when a person stopped the run
     */
    void run(IntegrityReport report);

    /** As {@link #run}, but may leave out what it has found right before and what cannot have changed unseen since. */
    default void runOnNews(IntegrityReport report) {
        run(report);
    }
}
