package dev.baton.transfer;

import dev.baton.ReadOnce;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All memberships in teams. */
interface TeamMemberships extends JpaRepository<TeamMembership, UUID> {

    @ReadOnce
    List<TeamMembership> findByTransferIdOrderByRoleAscUsernameAsc(UUID transferId);

    List<TeamMembership> findByUsername(String username);

    List<TeamMembership> findByTransferIdIn(Collection<UUID> transferIds);
}
