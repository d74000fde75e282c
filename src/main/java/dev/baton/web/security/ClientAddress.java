package dev.baton.web.security;

import dev.baton.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(session.getId().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
