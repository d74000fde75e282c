package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All milestones that were reached. */
interface MilestoneRecords extends JpaRepository<Milestone, UUID> {

    /** Whether that milestone was reached before. */
    boolean existsByTransferIdAndMeasureAndPercent(UUID transferId, String measure, int percent);
}
