package dev.baton.recognition;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All answers to thank-yous. */
interface ThanksAnswers extends JpaRepository<ThanksAnswer, UUID> {

    /** Whether that thank-you has its answer. */
    boolean existsByThanksId(UUID thanksId);
}
