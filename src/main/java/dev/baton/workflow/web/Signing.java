package dev.baton.workflow.web;

import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Re-authentication at the edge, in its own transaction, before the act it is for. User name and password at the first
 * signing of a browser session and always by HTTP Basic; the password alone afterwards (21 CFR 11.200(a)(1)).
 */
@Component
class Signing {

    static final String SIGNED = "baton.signed";

    private final Reauthentication reauthentication;

    Signing(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    /** Whether the next signing needs the user name too. */
    boolean needsUsername(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return true;
        }
        var session = request.getSession(false);
        return session == null || !Boolean.TRUE.equals(session.getAttribute(SIGNED));
    }

    /** Proves who the current actor is; what is missing counts as wrong. */
    SigningProof prove(HttpServletRequest request, @Nullable String username, @Nullable String password) {
        var given = username == null || username.isEmpty() ? null : username;
        return reauthentication.prove(given == null && needsUsername(request) ? "" : given, password);
    }

    /** The session has begun its series of signings. */
    void signed(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            session.setAttribute(SIGNED, true);
        }
    }
}
