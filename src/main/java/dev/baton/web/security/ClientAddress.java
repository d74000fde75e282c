package dev.baton.web.security;

import dev.baton.Digests;
import dev.baton.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** From where a request comes, as the trail records it. */
final class ClientAddress {

    private static final int FINGERPRINT_BYTES = 6;

    private ClientAddress() {}

    static Actor anonymous(HttpServletRequest request) {
        return Actor.anonymous(request.getRemoteAddr(), session(request));
    }

    /** A short fingerprint of the session: tells sessions apart in the trail without giving their id away. */
    static @Nullable String session(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return null;
        }
        return Digests.hex(session.getId()).substring(0, 2 * FINGERPRINT_BYTES);
    }
}
