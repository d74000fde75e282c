package dev.baton.audit;

/** What an {@link IntegrityCheck} tells while it runs. */
public interface IntegrityReport {

    /** Takes down something that is wrong. */
    void found(IntegrityFinding finding);

    /**
     * Tells how far the check has come; cheap enough to call every few hundred records.
     *
     * @param done records looked at so far
     * @param of how many there are, or the same as {@code done} where nobody knows
     * @throws IntegrityCheckCancelled when a person stopped the run
     */
    void looked(long done, long of);
}
