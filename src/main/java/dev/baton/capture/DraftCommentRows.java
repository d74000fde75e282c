package dev.baton.capture;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All comments on drafts. */
interface DraftCommentRows extends JpaRepository<DraftComment, UUID> {

    List<DraftComment> findByCaptureIdOrderBySaidAt(UUID capture);
}
