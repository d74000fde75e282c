package dev.baton.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All namings of substitute peers. */
interface PeerNamings extends JpaRepository<PeerNaming, UUID> {

    /** The naming that counts for one version: the last. */
    Optional<PeerNaming> findFirstByItemIdAndItemVersionOrderByNamedAtDesc(UUID itemId, int itemVersion);
}
