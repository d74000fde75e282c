package dev.baton.verification;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All samples. */
interface CalibrationSamples extends JpaRepository<CalibrationSample, UUID> {

    List<CalibrationSample> findByCalibrationIdOrderByPosition(UUID calibrationId);
}
