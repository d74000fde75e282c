package dev.baton.verification;

import dev.baton.capture.ItemId;

/** Knows what quality holds. Implemented where triage is known. */
public interface HoldRegister {

    /** Whether that version may not be used yet. */
    boolean isHeld(ItemId item, int version);
}
