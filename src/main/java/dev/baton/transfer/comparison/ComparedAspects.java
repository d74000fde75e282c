package dev.baton.transfer.comparison;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All compared aspects. */
interface ComparedAspects extends JpaRepository<ComparedAspect, UUID> {

    List<ComparedAspect> findByTransferId(UUID transferId);

    List<ComparedAspect> findByStepId(UUID stepId);

    Optional<ComparedAspect> findByStepIdAndAspect(UUID stepId, String aspect);
}
