package dev.baton.web.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Says what went wrong: as RFC 9457 problem to programs, as a page to people. */
@Component
public class Problems {

    private final MessageSource messages;
    private final ObjectMapper json;
    private final LocaleResolver language;

    Problems(MessageSource messages, ObjectMapper json, LocaleResolver language) {
        this.messages = messages;
        this.json = json;
        this.language = language;
    }

    /** Whether the caller is a program that understands problems rather than pages. */
    public static boolean isForProgram(HttpServletRequest request) {
        var path = request.getRequestURI();
        var accepted = request.getHeader("Accept");
        if (path.startsWith("/verify/")) {
            return accepted == null || !accepted.contains("text/html");
        }
        return path.startsWith("/api/") || path.startsWith("/camunda/api/") || path.startsWith("/v3/api-docs");
    }

    /** The refusal's sentence in the caller's language. */
    public String sentence(Refusal refusal, Locale locale) {
        return sentence(refusal.messageKey(), refusal.args(), locale);
    }

    /** A fault's sentence in the caller's language. */
    public String sentence(Fault fault, Locale locale) {
        return sentence(fault.messageKey(), fault.args(), locale);
    }

    /** A sentence by its key. */
    public String sentence(String key, List<Object> args, Locale locale) {
        var plain = args.stream()
                .map(arg -> arg instanceof Number ? arg.toString() : arg)
                .toArray();
        return messages.getMessage(key, plain, key, locale);
    }

    ResponseEntity<Map<String, Object>> entity(int status, String detail, List<Fault> faults, Locale locale) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, detail, faults, locale));
    }

    private Map<String, Object> body(int status, String detail, List<Fault> faults, Locale locale) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", sentence("problem.title." + status, List.of(), locale));
        body.put("status", status);
        body.put("detail", detail);
        if (!faults.isEmpty()) {
            body.put(
                    "errors",
                    faults.stream()
                            .map(fault -> Map.of("where", fault.where(), "message", sentence(fault, locale)))
                            .toList());
        }
        return body;
    }

    void notLoggedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            write(request, response, 401, "problem.title.401");
        } else {
            response.sendRedirect(request.getContextPath() + "/login" + (ended(request) ? "?ended" : ""));
        }
    }

    /** The password was right, but the time of the account is over: an auditor is told so plainly. */
    void accountEnded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            write(request, response, 401, "identity.account-over");
        } else {
            response.sendRedirect(request.getContextPath() + "/login?over");
        }
    }

    /** An auditor looks and changes nothing. */
    void readOnly(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            write(request, response, 403, "identity.read-only");
        } else {
            response.sendError(403);
        }
    }

    /** Whether the browser still names a session that is no more: the person was logged in and does not know it. */
    private static boolean ended(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    void mustChangePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            write(request, response, 403, "identity.must-change-password");
        } else {
            response.sendRedirect(request.getContextPath() + "/password");
        }
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            write(request, response, 403, "problem.not-allowed");
        } else if (ended(request)) {
            response.sendRedirect(request.getContextPath() + "/login?ended");
        } else {
            response.sendError(403);
        }
    }

    /** More than this address takes. */
    void tooLarge(HttpServletRequest request, HttpServletResponse response, long megabytes) throws IOException {
        if (isForProgram(request)) {
            var locale = language.resolveLocale(request);
            var fault = Fault.of("file", "problem.too-large", megabytes);
            var detail = sentence("identity.entry-refused", List.of(), locale);
            write(response, 422, body(422, detail, List.of(fault), locale));
        } else {
            response.sendError(422);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        var locale = language.resolveLocale(request);
        write(response, status, body(status, sentence(key, List.of(), locale), List.of(), locale));
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), body);
    }
}
