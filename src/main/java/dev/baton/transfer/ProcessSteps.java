package dev.baton.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All process steps. */
interface ProcessSteps extends JpaRepository<ProcessStep, UUID> {

    List<ProcessStep> findByTransferIdOrderByPosition(UUID transferId);

    int countByTransferId(UUID transferId);

    /** How many steps each transfer has. */
    @Query("select s.transferId as transferId, count(s) as steps from ProcessStep s group by s.transferId")
    List<Count> counts();

    /** The number of steps of one transfer. */
    interface Count {
        UUID getTransferId();

        int getSteps();
    }
}
