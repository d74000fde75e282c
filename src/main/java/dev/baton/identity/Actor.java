package dev.baton.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting, as the trail records it: name, user name, role, site and its zone, and from where.
 *
 * @param address client address, or null for the system itself
 * @param session a short fingerprint of the browser session (never its id), or null
 */
public record Actor(
        String username,
        String name,
        Set<Role> roles,
        String site,
        ZoneId zone,
        @Nullable String address,
        @Nullable String session) {

    /** The product itself: timers, start-up, the sealer. */
    public static final Actor SYSTEM = new Actor("baton", "Baton", Set.of(), "", ZoneId.of("UTC"), null, null);

    /** Somebody who has not logged in. */
    public static Actor anonymous(@Nullable String address, @Nullable String session) {
        return new Actor("", "", Set.of(), "", ZoneId.of("UTC"), address, session);
    }

    /** The day it is where the actor works: what somebody enters as today is theirs, not that of the server. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Whether the actor holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The roles as the trail shows them, in a fixed order, separated by a comma and a blank. */
    public String roleText() {
        return String.join(", ", roles.stream().sorted().map(Role::code).toList());
    }
}
