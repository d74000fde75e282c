package dev.baton.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a form of more than 28 MB in only where evidence is handed over, and only from who shows credentials before the
 * body: else looking for a token in the form would let a stranger fill the disk.
 */
final class LargeUploads extends OncePerRequestFilter {

    private static final long ORDINARY = 28L * 1024 * 1024;
    private static final long NAMED_LIMIT_MB = 25;
    private static final Pattern EVIDENCE = Pattern.compile("/api/tasks/[^/]+/files|/api/steps/[^/]+/stories");

    private final Problems problems;

    LargeUploads(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request) && isLarge(request) && !mayBeEvidence(request)) {
            problems.tooLarge(request, response, NAMED_LIMIT_MB);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length < 0 || length > ORDINARY;
    }

    private static boolean mayBeEvidence(HttpServletRequest request) {
        return EVIDENCE.matcher(request.getRequestURI()).matches()
                && (request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getHeader("X-BATON-XSRF") != null);
    }
}
