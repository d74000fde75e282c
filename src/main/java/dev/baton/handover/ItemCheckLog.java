package dev.baton.handover;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All looks at whether items still hold. */
interface ItemCheckLog extends JpaRepository<ItemCheck, UUID> {

    /** Oldest first. */
    List<ItemCheck> findByTransferIdOrderByCheckedAt(UUID transferId);
}
