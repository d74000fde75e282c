package dev.baton.review;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All lifted holds. */
interface HoldLifts extends JpaRepository<HoldLift, UUID> {

    /** Whether the hold of that version was lifted. */
    boolean existsByItemIdAndItemVersion(UUID itemId, int itemVersion);
}
