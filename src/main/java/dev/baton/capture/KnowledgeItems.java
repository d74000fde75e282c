package dev.baton.capture;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All knowledge items. */
interface KnowledgeItems extends JpaRepository<KnowledgeItem, UUID>, LockedItems {

    List<KnowledgeItem> findByAuthorOrderByCreatedAt(String author);

    long countByStepId(UUID stepId);

    List<KnowledgeItem> findByCaptureIdOrderByCreatedAt(UUID captureId);

    List<KnowledgeItem> findByTransferIdOrderByStepPositionAscCreatedAtAscIdAsc(UUID transferId);

    List<KnowledgeItem> findByTransferIdAndInConfidenceTrue(UUID transferId);

    List<KnowledgeItem> findByStepIdAndEffectiveVersionNotNullOrderByCreatedAtAscIdAsc(UUID stepId);

    List<KnowledgeItem> findByTransferIdAndEffectiveVersionNotNullOrderByStepPositionAscCreatedAtAscIdAsc(
            UUID transferId);
}
