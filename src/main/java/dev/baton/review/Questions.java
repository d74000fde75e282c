package dev.baton.review;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All questions. */
interface Questions extends JpaRepository<Question, UUID> {

    /** Every question of an item, oldest first. */
    List<Question> findByItemIdOrderByAskedAt(UUID itemId);
}
