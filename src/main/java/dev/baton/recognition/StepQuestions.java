package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rows of StepQuestion. */
interface StepQuestions extends JpaRepository<StepQuestion, UUID> {}
