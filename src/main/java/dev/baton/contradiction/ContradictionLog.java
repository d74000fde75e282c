package dev.baton.contradiction;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All contradictions. */
interface ContradictionLog extends JpaRepository<Contradiction, UUID> {

    /** The contradiction, held until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Contradiction c where c.id = ?1")
    Optional<Contradiction> findLocked(UUID id);

    @Query("select c from Contradiction c where c.transferId = ?1 order by c.raisedAt, c.id")
    List<Contradiction> ofTransfer(UUID transferId);

    @Query("select c from Contradiction c where c.firstItem = ?1 or c.secondItem = ?1 order by c.raisedAt, c.id")
    List<Contradiction> ofItem(UUID itemId);

    @Query("select c from Contradiction c where c.stepId = ?1 order by c.raisedAt, c.id")
    List<Contradiction> ofStep(UUID stepId);

    @Query("select c from Contradiction c where c.state = 'open'")
    List<Contradiction> open();
}
