package dev.baton.handover;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All landings. */
interface LandingLog extends Repository<Landing, UUID> {

    Landing save(Landing landing);

    Optional<Landing> findById(UUID id);

    /** All landings of a version, newest first. */
    List<Landing> findByItemIdAndItemVersionOrderByLandedAtDesc(UUID itemId, int itemVersion);

    /** All landings of a transfer, oldest first. */
    List<Landing> findByTransferIdOrderByLandedAt(UUID transferId);
}
