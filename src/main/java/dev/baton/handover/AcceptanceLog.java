package dev.baton.handover;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All acceptances, also those that were begun and overtaken. */
interface AcceptanceLog extends JpaRepository<Acceptance, UUID> {

    /** Oldest first. */
    List<Acceptance> findByTransferIdOrderByBegunAt(UUID transferId);
}
