package dev.baton.web.security;

import dev.baton.identity.Acting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before anyone is known: an act of this request comes from this address. */
class AnonymousActing extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var leave = Acting.enter(ClientAddress.anonymous(request));
        try {
            chain.doFilter(request, response);
        } finally {
            leave.run();
        }
    }
}
