package dev.baton.transfer;

import dev.baton.identity.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of a transfer's team in one role.
 *
 * @param leavingDate when the person is going to leave, or null; seen by the person and the lead only
 */
public record TeamMember(String username, Role role, @Nullable LocalDate leavingDate) {}
