package dev.baton.call;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All records of this kind. */
interface Pledges extends JpaRepository<Pledge, UUID> {

    List<Pledge> findByCallIdOrderByPledgedAt(UUID callId);
}
