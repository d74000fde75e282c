package dev.baton.transfer.comparison;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All scores of gaps. */
interface GapScores extends Repository<GapScore, UUID> {

    GapScore save(GapScore score);

    /** Oldest first. */
    List<GapScore> findByTransferIdOrderByScoredAt(UUID transferId);
}
