package dev.baton.web.security;

import dev.baton.identity.Acting;
import dev.baton.identity.Inspections;
import dev.baton.identity.Inspections.AccountEnded;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the person who is logged in the actor of the request, with the roles they hold now: a disabled account or a
 * revoked role takes effect at the next request. Whoever must change the password can do nothing else first.
 */
class PersonActing extends OncePerRequestFilter {

    private static final Set<String> BEFORE_OWN_PASSWORD =
            Set.of("/password", "/logout", "/api/me", "/api/me/password", "/error", "/login");

    private final People people;
    private final Inspections inspections;
    private final Problems problems;

    PersonActing(People people, Inspections inspections, Problems problems) {
        this.people = people;
        this.inspections = inspections;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/baton/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        var person = people.person(authentication.getName()).filter(PersonView::enabled);
        if (person.isEmpty()) {
            leave(request);
            problems.notLoggedIn(request, response);
            return;
        }
        SpokenLanguage.chosenBy(person.get(), request);
        try {
            inspections.requireOpen(person.get());
        } catch (AccountEnded e) {
            leave(request);
            problems.accountEnded(request, response);
            return;
        }
        if (person.get().is(Role.AUDITOR) && !ReadOnly.allows(request)) {
            problems.readOnly(request, response);
            return;
        }
        var fresh = LocalAuthentication.token(person.get());
        if (!List.copyOf(fresh.getAuthorities()).equals(List.copyOf(authentication.getAuthorities()))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(fresh);
            SecurityContextHolder.setContext(context);
        }
        if (person.get().mustChangePassword() && !BEFORE_OWN_PASSWORD.contains(request.getRequestURI())) {
            problems.mustChangePassword(request, response);
            return;
        }
        var leave = Acting.enter(person.get().acting(request.getRemoteAddr(), ClientAddress.session(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            leave.run();
        }
    }

    private static void leave(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
