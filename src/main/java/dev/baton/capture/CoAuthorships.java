package dev.baton.capture;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All texts as co-authors signed them. */
interface CoAuthorships extends JpaRepository<CoAuthorship, UUID> {

    Optional<CoAuthorship> findBySignatureId(UUID signature);

    boolean existsByItemIdAndItemVersionAndUsernameAndContentHash(
            UUID item, int version, String username, String contentHash);
}
