package dev.baton.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an auditor may send besides looking: their own password, statement, language, notices and mail, the way out, and
 * what only verifies or exports. Everything else is refused before it reaches any door.
 */
final class ReadOnly {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<Pattern> ALLOWED = List.of(
            Pattern.compile("/login|/logout|/error|/password|/statement|/language"),
            Pattern.compile("/api/me/(password|statement|language)"),
            Pattern.compile("/api/notices(/.*)?|/notices(/.*)?"),
            Pattern.compile("/api/me/mail|/mail|/mail/off/[^/]+"),
            Pattern.compile("/integrity(/[^/]+/cancel)?"),
            Pattern.compile("/api/integrity-checks(/[^/]+)?"),
            Pattern.compile("/(api/)?transfers/[^/]+/exports(/.*)?"),
            Pattern.compile("/(api/)?exports/[^/]+(/cancel)?"));

    private ReadOnly() {}

    static boolean allows(HttpServletRequest request) {
        var path = request.getRequestURI();
        return LOOKING.contains(request.getMethod())
                || ALLOWED.stream().anyMatch(allowed -> allowed.matcher(path).matches());
    }
}
