package dev.baton.review;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All signed decisions. */
interface ReviewDecisions extends JpaRepository<ReviewDecision, UUID> {

    /** The decisions of every round of an item. */
    @ReadOnce
    List<ReviewDecision> findByItemId(UUID itemId);

    /** The decisions of one round. */
    @ReadOnce
    List<ReviewDecision> findByItemIdAndItemVersion(UUID itemId, int itemVersion);
}
