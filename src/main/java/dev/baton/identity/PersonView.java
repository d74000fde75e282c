package dev.baton.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person as everyone else sees them. */
public record PersonView(
        String username,
        String name,
        String site,
        ZoneId zone,
        Set<Role> roles,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        @Nullable String identityCheckedBy,
        @Nullable String identityCheckedHow,
        @Nullable LocalDate identityCheckedOn) {

    /** Whether the person holds the role and may use it. */
    public boolean is(Role role) {
        return enabled && roles.contains(role);
    }

    /** This person as the actor of an act, from that address and session. */
    public Actor acting(@Nullable String address, @Nullable String session) {
        return new Actor(username, name, roles, site, zone, address, session);
    }
}
