package dev.baton.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All memberships in teams. */
interface TeamMemberships extends JpaRepository<TeamMembership, UUID> {

    List<TeamMembership> findByTransferIdOrderByRoleAscUsernameAsc(UUID transferId);

    List<TeamMembership> findByUsername(String username);

    boolean existsByTransferIdAndUsername(UUID transferId, String username);

    boolean existsByTransferIdAndUsernameAndRole(UUID transferId, String username, String role);
}
