package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All stories of steps. */
interface StepStories extends JpaRepository<StepStory, UUID> {}
