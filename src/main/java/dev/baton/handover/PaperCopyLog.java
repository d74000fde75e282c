package dev.baton.handover;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All paper copies. */
interface PaperCopyLog extends JpaRepository<PaperCopy, UUID> {

    /** The one with this code. */
    Optional<PaperCopy> findFirstByCodeOrderByPrintedAt(String code);
}
