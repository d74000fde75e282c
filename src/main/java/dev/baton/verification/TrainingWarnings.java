package dev.baton.verification;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All warnings that somebody took note of. */
interface TrainingWarnings extends JpaRepository<TrainingWarning, UUID> {}
