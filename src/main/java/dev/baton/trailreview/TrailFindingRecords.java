package dev.baton.trailreview;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All findings of reviews. */
interface TrailFindingRecords extends JpaRepository<TrailFinding, UUID> {

    /** The finding, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from TrailFinding f where f.id = ?1")
    Optional<TrailFinding> findLocked(UUID id);

    /** Those of a review, by number. */
    List<TrailFinding> findByReviewIdOrderByNumber(UUID reviewId);

    /** Those of a transfer, by review and number. */
    List<TrailFinding> findByTransferIdOrderByReviewNumberAscNumberAsc(UUID transferId);

    /** Those in that state. */
    List<TrailFinding> findByState(String state);
}
