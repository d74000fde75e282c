package dev.baton.transfer;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All parameters of process steps. */
interface StepParameters extends JpaRepository<StepParameter, UUID> {

    List<StepParameter> findByTransferIdOrderByPosition(UUID transferId);

    @ReadOnce
    List<StepParameter> findByStepIdOrderByPosition(UUID stepId);
}
