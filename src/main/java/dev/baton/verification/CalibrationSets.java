package dev.baton.verification;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All sets. */
interface CalibrationSets extends JpaRepository<Calibration, UUID> {

    List<Calibration> findByTransferIdOrderByCreatedAtDesc(UUID transferId);
}
