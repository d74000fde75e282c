package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All choices of who may see whose record. */
interface VisibilityChoices extends JpaRepository<VisibilityChoice, UUID> {}
