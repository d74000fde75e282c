package dev.baton.trailreview;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All reviews of trails. */
interface TrailReviewRecords extends JpaRepository<TrailReview, UUID> {

    /** The review, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from TrailReview r where r.id = ?1")
    Optional<TrailReview> findLocked(UUID id);

    /** The reviews of a transfer, newest first. */
    List<TrailReview> findByTransferIdOrderByNumberDesc(UUID transferId);

    /** The newest review of a transfer, or empty. */
    Optional<TrailReview> findFirstByTransferIdOrderByNumberDesc(UUID transferId);

    /** Those in that state. */
    List<TrailReview> findByState(String state);
}
