package dev.baton.trailreview;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All acts that are looked at in reviews. */
interface SampledEntries extends JpaRepository<SampledEntry, UUID> {

    /** Those of a review, in the order of looking. */
    List<SampledEntry> findByReviewIdOrderByPosition(UUID reviewId);
}
