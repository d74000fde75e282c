package dev.baton.handover;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All overrides of gates. */
interface GateOverrides extends Repository<GateOverride, UUID> {

    GateOverride save(GateOverride override);

    Optional<GateOverride> findById(UUID id);

    /** Oldest first. */
    List<GateOverride> findByTransferIdOrderByProposedAt(UUID transferId);
}
