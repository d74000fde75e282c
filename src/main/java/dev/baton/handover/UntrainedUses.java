package dev.baton.handover;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All uses of step cards by somebody who had not read them. */
interface UntrainedUses extends JpaRepository<UntrainedUse, UUID> {

    /** Whether it is noted since then. */
    boolean existsByStepIdAndUsedByAndTextsAndUsedAtAfter(UUID step, String username, String texts, Instant since);

    /** How often that person did, in that transfer. */
    int countByTransferIdAndUsedBy(UUID transfer, String username);
}
