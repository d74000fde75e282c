package dev.baton.capture;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All evidence files. */
interface EvidenceFiles extends JpaRepository<EvidenceFile, UUID> {

    List<EvidenceFile> findByDraftIdOrderByUploadedAt(UUID draftId);

    List<EvidenceFile> findByTransferIdOrderByUploadedAt(UUID transferId);

    long countBySha256(String sha256);
}
