package dev.baton.transfer;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All namings of experts on process steps. */
interface StepExperts extends JpaRepository<StepExpert, UUID> {

    List<StepExpert> findByTransferIdOrderByPosition(UUID transferId);

    @ReadOnce
    List<StepExpert> findByStepIdOrderByPosition(UUID stepId);
}
