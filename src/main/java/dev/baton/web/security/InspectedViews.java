package dev.baton.web.security;

import dev.baton.audit.InspectionLog;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whatever an auditor looks at is an entry of the trail; where it cannot be written, nothing is shown. */
@Configuration(proxyBeanMethods = false)
class InspectedViews implements WebMvcConfigurer, HandlerInterceptor {

    private static final int LONGEST_QUERY = 1_000;

    /** About the auditor, not about records; a file's bytes leave an entry of their own. */
    private static final Set<String> NOT_LOOKS = Set.of("/api/me", "/error", "/login", "/password", "/statement");

    private static final Pattern TRAIL = Pattern.compile("/(audit-trail|trail|exports|ledger)");

    private final InspectionLog log;
    private final JdbcClient jdbc;

    InspectedViews(InspectionLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getRequestURI();
        if (handler instanceof HandlerMethod
                && request.getMethod().equals("GET")
                && Acting.current().is(Role.AUDITOR)
                && !NOT_LOOKS.contains(path)
                && !path.startsWith("/baton/")
                && !path.startsWith("/api/files/")
                && !path.startsWith("/api/notices")) {
            var item = id(request, path, "items");
            var transfer = id(request, path, "transfers")
                    .or(() -> item.flatMap(id -> transferOf("knowledge_item", id)))
                    .or(() -> id(request, path, "steps").flatMap(id -> transferOf("process_step", id)));
            // A look at the trail must not change the trail that is looked at: it is an entry of no transfer.
            var trail = TRAIL.matcher(path).find();
            log.viewed(path, query(request), trail ? null : transfer.orElse(null), item.orElse(null));
        }
        return true;
    }

    private static @Nullable String query(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
    }

    /** The first variable of an address that names something of that kind. */
    private static Optional<UUID> id(HttpServletRequest request, String path, String kind) {
        if (!path.startsWith("/" + kind + "/") && !path.startsWith("/api/" + kind + "/")) {
            return Optional.empty();
        }
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map) {
            for (var name : Set.of("id", "itemId", "stepId", "transferId")) {
                if (map.get(name) instanceof String text && text.matches("[0-9a-fA-F-]{36}")) {
                    return Optional.of(UUID.fromString(text));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> transferOf(String table, UUID id) {
        return jdbc.sql("select transfer_id from " + table + " where id = ?")
                .param(id)
                .query(UUID.class)
                .optional();
    }
}
