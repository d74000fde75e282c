package dev.baton.handover;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All landings. */
interface LandingLog extends JpaRepository<Landing, UUID> {

    /** All landings of a version, newest first. */
    List<Landing> findByItemIdAndItemVersionOrderByLandedAtDesc(UUID itemId, int itemVersion);

    /** All landings of a transfer, oldest first. */
    List<Landing> findByTransferIdOrderByLandedAt(UUID transferId);
}
