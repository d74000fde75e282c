package dev.baton.review;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All namings of substitute peers. */
interface PeerNamings extends JpaRepository<PeerNaming, UUID> {

    /** Every naming for an item. */
    @ReadOnce
    List<PeerNaming> findByItemId(UUID itemId);

    /** The naming that counts for one version: the last. */
    @ReadOnce
    Optional<PeerNaming> findFirstByItemIdAndItemVersionOrderByNamedAtDesc(UUID itemId, int itemVersion);
}
