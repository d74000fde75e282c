package dev.baton.review;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All comments. */
interface ReviewComments extends JpaRepository<ReviewComment, UUID> {

    /** Every comment on an item, oldest first. */
    List<ReviewComment> findByItemIdOrderBySaidAt(UUID itemId);
}
