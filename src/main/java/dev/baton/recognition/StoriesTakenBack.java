package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All stories that were taken off their page. */
interface StoriesTakenBack extends JpaRepository<StoryTakenBack, UUID> {

    /** Whether that story was taken back already. */
    boolean existsByStoryId(UUID storyId);
}
