package dev.baton.workflow;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Stands in front of Camunda's web applications and lets through only what is on a list, to whoever it may concern, and
 * never anything that makes the engine evaluate text. The released engine has two published holes that stay open in it:
 * expressions inside {@code orQueries}, and a set-up address without login.
 *
 * <p>Goes into the one filter chain behind the authorization filter; it is no bean, or the container would register it
 * a second time outside the chain.
 */
public final class EngineGuard implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineGuard.class);
    private static final String CAMUNDA = "/camunda";
    private static final int LARGEST_BODY = 256 * 1024;
    private static final Pattern CLAIM = Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/claim");
    private static final Set<String> ADMIN = Set.of("admin", "ROLE_admin", "ROLE_ADMIN", "ADMIN");

    /** What stands against somebody taking a task, beyond whose it is. */
    @FunctionalInterface
    public interface Claims {

        /** The sentence that says why that person may not take the task, or null. */
        @Nullable
        String objection(String taskId, String username);
    }

    private final Claims claims;

    /** Lets everybody take what is theirs. */
    EngineGuard() {
        this((taskId, username) -> null);
    }

    /** Asks these rules before somebody takes a task in Tasklist. */
    public EngineGuard(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("Only HTTP is spoken here.");
        }
        if (!concerns(http)) {
            chain.doFilter(request, response);
            return;
        }
        // The body first: asking for parameters would let the container swallow a form's body.
        var bytes = http.getInputStream().readNBytes(LARGEST_BODY + 1);
        var refusal = refusal(http, bytes);
        var why = refusal == null ? claimRefused(http) : null;
        if (why != null) {
            Answer.write(answer, 403, why);
        } else if (refusal == null) {
            chain.doFilter(new ReadRequest(http, bytes), response);
        } else {
            LOG.info("Refused to {}: {} {} ({})", http.getRemoteUser(), http.getMethod(), path(http), refusal.why);
            refusal.answer(answer);
        }
    }

    /** Taking a task in Tasklist asks for the same training as taking it here. */
    private @Nullable String claimRefused(HttpServletRequest request) {
        var claim = CLAIM.matcher(path(request));
        return claim.matches() ? claims.objection(claim.group(1), String.valueOf(request.getRemoteUser())) : null;
    }

    private static boolean concerns(HttpServletRequest request) {
        var decoded = (request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()))
                .toLowerCase(Locale.ROOT);
        return decoded.startsWith(CAMUNDA)
                || path(request).toLowerCase(Locale.ROOT).startsWith(CAMUNDA);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static @Nullable Answer refusal(HttpServletRequest request, byte[] bytes) {
        var parameters = Set.copyOf(request.getParameterMap().keySet());
        var allowed = EngineAllowList.allowed(request.getMethod(), path(request), parameters, isAdmin());
        if (allowed == null) {
            return Answer.NOT_ON_THE_LIST;
        }
        if (parameters.stream().anyMatch(EngineBody::namesExpression)) {
            return Answer.EXPRESSION;
        }
        if (bytes.length > LARGEST_BODY) {
            return Answer.TOO_LARGE;
        }
        if (bytes.length == 0) {
            return allowed == EngineAllowList.Body.OWN_USER ? Answer.NOT_ONESELF : null;
        }
        EngineBody body;
        try {
            body = EngineBody.read(bytes);
        } catch (IOException e) {
            return Answer.UNREADABLE;
        }
        if (body.holdsExpression()) {
            return Answer.EXPRESSION;
        }
        return switch (allowed) {
            case NONE -> body.isObject() && body.isEmpty() ? null : Answer.NOT_ON_THE_LIST;
            case QUERY -> body.isObject() ? null : Answer.UNREADABLE;
            case OWN_USER -> body.isOwnUser(request.getRemoteUser()) ? null : Answer.NOT_ONESELF;
        };
    }

    private static boolean isAdmin() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> ADMIN.contains(authority.getAuthority()));
    }

    /** How a request is refused; "message" is where Tasklist looks for words to show. */
    private enum Answer {
        NOT_ON_THE_LIST(403, "This part of the process engine is closed."),
        EXPRESSION(403, "Expressions are not evaluated here."),
        NOT_ONESELF(403, "A task can only be claimed for oneself."),
        UNREADABLE(400, "The request is not readable JSON."),
        TOO_LARGE(413, "The request is too large.");

        private final int status;
        private final String why;

        Answer(int status, String why) {
            this.status = status;
            this.why = why;
        }

        private void answer(HttpServletResponse response) throws IOException {
            write(response, status, why);
        }

        private static void write(HttpServletResponse response, int status, String why) throws IOException {
            response.setStatus(status);
            response.setContentType("application/problem+json");
            response.setHeader("Cache-Control", "no-store");
            var words = why.replace("\\", "\\\\").replace("\"", "\\\"");
            var json = "{\"type\":\"about:blank\",\"status\":" + status + ",\"title\":\"" + words + "\",\"message\":\""
                    + words + "\"}";
            response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
