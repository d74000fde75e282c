package dev.baton.recognition;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All rounds of the pulse. */
interface PulseRounds extends JpaRepository<PulseRound, UUID> {

    List<PulseRound> findByTransferIdOrderByNoDesc(UUID transferId);

    Optional<PulseRound> findByTransferIdAndClosedAtIsNull(UUID transferId);
}
