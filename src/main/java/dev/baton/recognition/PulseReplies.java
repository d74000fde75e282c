package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** What leads said to rounds of the pulse. */
interface PulseReplies extends JpaRepository<PulseReply, UUID> {

    /** Whether that round has its answer. */
    boolean existsByRoundId(UUID roundId);
}
