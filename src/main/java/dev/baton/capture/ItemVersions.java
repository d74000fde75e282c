package dev.baton.capture;

import dev.baton.ReadOnce;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All versions of all items. */
interface ItemVersions extends JpaRepository<ItemVersion, UUID> {

    @ReadOnce
    Optional<ItemVersion> findByItemIdAndVersion(UUID itemId, int version);

    @ReadOnce
    List<ItemVersion> findByItemIdOrderByVersion(UUID itemId);

    @ReadOnce
    List<ItemVersion> findByItemIdInOrderByVersion(Collection<UUID> itemIds);

    List<ItemVersion> findTop200ByIdGreaterThanOrderById(UUID id);
}
