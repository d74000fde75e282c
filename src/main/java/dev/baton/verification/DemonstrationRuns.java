package dev.baton.verification;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All formal runs that came to an end, in their order. */
interface DemonstrationRuns extends JpaRepository<DemonstrationRun, UUID> {

    @ReadOnce
    List<DemonstrationRun> findByStepIdOrderByNumber(UUID stepId);

    List<DemonstrationRun> findByTransferIdOrderByStepLabelAscNumberAsc(UUID transferId);

    int countByStepId(UUID stepId);
}
