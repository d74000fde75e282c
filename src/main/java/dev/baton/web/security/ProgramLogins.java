package dev.baton.web.security;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Reauthentication;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Programs send user name and password with every call; a login of theirs is an entry of the trail once for each person,
 * client address and hour of the clock, so that a script does not bury what it does under its logins.
 */
@Component
class ProgramLogins {

    /** A person at an address. */
    private record Caller(String username, String address) {}

    private final Consumer<String> trail;
    private final Clock clock;
    private final Set<Caller> noted = ConcurrentHashMap.newKeySet();
    private volatile Instant hour = Instant.MIN;

    @Autowired
    ProgramLogins(Reauthentication reauthentication, Clock clock) {
        this(reauthentication::programCalls, clock);
    }

    ProgramLogins(Consumer<String> trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** A new filter, to stand behind the one that says who acts; no bean, or the container would register it itself. */
    Filter filter() {
        return (request, response, chain) -> {
            Acting.person().ifPresent(this::note);
            chain.doFilter(request, response);
        };
    }

    private void note(Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            noted.clear();
            hour = now;
        }
        var caller = new Caller(actor.username(), String.valueOf(actor.address()));
        if (noted.add(caller)) {
            try {
                trail.accept(actor.username());
            } catch (RuntimeException e) {
                noted.remove(caller);
                throw e;
            }
        }
    }
}
