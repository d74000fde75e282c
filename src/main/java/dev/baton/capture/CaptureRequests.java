package dev.baton.capture;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All capture requests. */
interface CaptureRequests extends JpaRepository<CaptureRequest, UUID> {

    /** The request, held until the transaction ends, so that nobody saves while another submits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaptureRequest c where c.id = ?1")
    Optional<CaptureRequest> findLocked(UUID id);

    /** The requests to an expert in that state, held as {@link #findLocked} holds one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from CaptureRequest c where c.transferId = ?1 and c.expert = ?2 and c.state = ?3 order by c.id")
    List<CaptureRequest> findLocked(UUID transferId, String expert, String state);

    List<CaptureRequest> findByTransferIdOrderByDueAt(UUID transferId);

    List<CaptureRequest> findByExpertOrderByDueAt(String expert);

    List<CaptureRequest> findByInterviewerAndStateOrderByDueAt(String interviewer, String state);

    List<CaptureRequest> findByExpertAndStateOrderByDueAt(String expert, String state);

    List<CaptureRequest> findByStepIdInAndStateAndOpenToIsNotNullOrderByDueAt(Collection<UUID> steps, String state);
}
