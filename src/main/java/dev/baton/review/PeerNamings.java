package dev.baton.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All namings of substitute peers. */
interface PeerNamings extends JpaRepository<PeerNaming, UUID> {

    /** Every naming for an item. */
    List<PeerNaming> findByItemId(UUID itemId);

    /** The naming that counts for one version: the last. */
    Optional<PeerNaming> findFirstByItemIdAndItemVersionOrderByNamedAtDesc(UUID itemId, int itemVersion);
}
