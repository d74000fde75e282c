package dev.baton.capture;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Locks the row once in a transaction. */
class LockedItemsImpl implements LockedItems {

    private final EntityManager entities;

    LockedItemsImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<KnowledgeItem> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(KnowledgeItem.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
