package dev.baton.capture;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All versions of all items. */
interface ItemVersions extends JpaRepository<ItemVersion, UUID> {

    Optional<ItemVersion> findByItemIdAndVersion(UUID itemId, int version);

    List<ItemVersion> findByItemIdOrderByVersion(UUID itemId);

    List<ItemVersion> findByItemIdInOrderByVersion(Collection<UUID> itemIds);

    List<ItemVersion> findTop200ByIdGreaterThanOrderById(UUID id);
}
