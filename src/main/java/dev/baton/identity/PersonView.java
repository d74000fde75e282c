package dev.baton.identity;

import dev.baton.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as everyone else sees them.
 *
 * @param language code of the language they chose, or null: as their browser asks
 */
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
        @Nullable LocalDate identityCheckedOn,
        @Nullable String language) {

    /** Whether the person holds the role and may use it. */
    public boolean is(Role role) {
        return enabled && roles.contains(role);
    }

    /** The language of what reaches this person without a browser, such as mail. */
    public Locale locale() {
        return Languages.of(language);
    }

    /** This person as the actor of an act, from that address and session. */
    public Actor acting(@Nullable String address, @Nullable String session) {
        return new Actor(username, name, roles, site, zone, address, session);
    }
}
