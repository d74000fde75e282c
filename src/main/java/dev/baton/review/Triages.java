package dev.baton.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All triages. */
interface Triages extends JpaRepository<Triage, UUID> {

    /** The triage of one version, or empty while it is open. */
    Optional<Triage> findByItemIdAndItemVersion(UUID itemId, int itemVersion);
}
