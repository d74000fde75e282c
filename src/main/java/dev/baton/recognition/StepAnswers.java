package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rows of StepAnswer. */
interface StepAnswers extends JpaRepository<StepAnswer, UUID> {}
