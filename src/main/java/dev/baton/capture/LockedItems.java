package dev.baton.capture;

import java.util.Optional;
import java.util.UUID;

/** Items that nobody else changes meanwhile. */
interface LockedItems {

    /** The item, held until the transaction ends; asked again, it is held already. */
    Optional<KnowledgeItem> findLocked(UUID id);
}
