package dev.baton.verification;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All judgements. */
interface CalibrationJudgements extends JpaRepository<CalibrationJudgement, UUID> {

    List<CalibrationJudgement> findByCalibrationId(UUID calibrationId);
}
