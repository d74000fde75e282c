package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rows of StepTaking. */
interface StepTakings extends JpaRepository<StepTaking, UUID> {
    /** Whether that hand-over was taken. */
    boolean existsByHandoverId(UUID handoverId);
}
