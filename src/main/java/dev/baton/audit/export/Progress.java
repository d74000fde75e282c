package dev.baton.audit.export;

/** Is told how far an export is, and can stop it by throwing. */
@FunctionalInterface
interface Progress {

    /** Nobody looks. */
    Progress UNSEEN = (rows, of) -> {};

    /** So many entries of so many are written. */
    void at(long rows, long of);
}
