package dev.baton.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A script that logs in with each call leaves one login an hour. */
class ProgramLoginsTests {

    private final List<String> noted = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-04T10:59:30Z");
    private boolean trailFails;
    private final ProgramLogins logins = new ProgramLogins(this::note, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void oneEntryForEachPersonAddressAndHour() {
        call("lead", "10.0.0.1");
        call("lead", "10.0.0.1");
        call("lead", "10.0.0.2");
        call("quality", "10.0.0.1");
        call("lead", "10.0.0.1");
        assertThat(noted).containsExactly("lead", "lead", "quality");

        now = now.plus(Duration.ofMinutes(1));
        call("lead", "10.0.0.1");
        call("lead", "10.0.0.1");
        assertThat(noted).containsExactly("lead", "lead", "quality", "lead");
    }

    @Test
    void whatCouldNotBeNotedIsNotedAtTheNextCall() {
        trailFails = true;
        assertThatThrownBy(() -> call("lead", "10.0.0.1")).isInstanceOf(IllegalStateException.class);
        trailFails = false;
        call("lead", "10.0.0.1");
        assertThat(noted).containsExactly("lead");
    }

    @Test
    void nobodyIsNotedAsNobody() throws Exception {
        logins.filter().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), new MockFilterChain());
        assertThat(noted).isEmpty();
    }

    private void note(String username) {
        if (trailFails) {
            throw new IllegalStateException("no trail");
        }
        noted.add(username);
    }

    private void call(String username, String address) {
        var actor = new Actor(username, username, Set.of(), "", ZoneOffset.UTC, address, null);
        Acting.as(actor, () -> {
            try {
                logins.filter()
                        .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), new MockFilterChain());
            } catch (java.io.IOException | jakarta.servlet.ServletException e) {
                throw new AssertionError(e);
            }
            return actor;
        });
    }
}
