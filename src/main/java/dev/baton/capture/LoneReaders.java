package dev.baton.capture;

/** Says who has still to review a version, so that nobody tells them what to think of it; review answers it. */
public interface LoneReaders {

    /** Whether that person may still review this version and has not yet. */
    boolean isAlone(ItemHead item, String username);
}
