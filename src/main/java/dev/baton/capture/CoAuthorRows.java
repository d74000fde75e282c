package dev.baton.capture;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All invitations to write together. */
interface CoAuthorRows extends JpaRepository<CoAuthor, UUID> {

    Optional<CoAuthor> findFirstByDraftIdAndUsernameAndLeftReasonIsNull(UUID draft, String username);
}
