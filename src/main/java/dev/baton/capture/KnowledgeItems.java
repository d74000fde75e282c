package dev.baton.capture;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All knowledge items. */
interface KnowledgeItems extends JpaRepository<KnowledgeItem, UUID> {

    /** The item, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from KnowledgeItem i where i.id = ?1")
    Optional<KnowledgeItem> findLocked(UUID id);

    List<KnowledgeItem> findByAuthorOrderByCreatedAt(String author);

    long countByStepId(UUID stepId);

    List<KnowledgeItem> findByCaptureIdOrderByCreatedAt(UUID captureId);

    List<KnowledgeItem> findByTransferIdOrderByStepPositionAscCreatedAtAscIdAsc(UUID transferId);

    List<KnowledgeItem> findByTransferIdAndInConfidenceTrue(UUID transferId);

    List<KnowledgeItem> findByStepIdAndEffectiveVersionNotNullOrderByCreatedAtAscIdAsc(UUID stepId);

    List<KnowledgeItem> findByTransferIdAndEffectiveVersionNotNullOrderByStepPositionAscCreatedAtAscIdAsc(
            UUID transferId);
}
