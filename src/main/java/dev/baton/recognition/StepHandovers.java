package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rows of StepHandover. */
interface StepHandovers extends JpaRepository<StepHandover, UUID> {}
