package dev.baton.web.security;

import dev.baton.identity.Acting;
import dev.baton.identity.Inspections;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.workflow.EngineGuard;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may reach what: one chain for browsers, one without sessions for programs with an Authorization header. Whatever
 * is not named here needs a login.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String[] OPEN = {
        "/login",
        "/baton/**",
        "/favicon.ico",
        "/webjars/**",
        "/actuator/health",
        "/.well-known/baton-ledger-keys",
        "/verify/*",
        "/mail/off/*"
    };

    private static final String OWN_PAGES = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    @Bean
    FilterRegistrationBean<AnonymousActing> everyRequestHasAnAddress() {
        var registration = new FilterRegistrationBean<>(new AnonymousActing());
        registration.setOrder(Integer.MIN_VALUE + 100);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LargeUploads> largeUploadsOnlyWithEvidence(Problems problems) {
        var registration = new FilterRegistrationBean<>(new LargeUploads(problems));
        registration.setOrder(Integer.MIN_VALUE + 101);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, People people, Inspections inspections, Problems problems, ProgramLogins logins)
            throws Exception {
        return http.securityMatcher(SecurityConfig::isProgramWithCredentials)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, e) -> {
                    if (e instanceof AccountExpiredException) {
                        problems.accountEnded(request, response);
                    } else {
                        problems.notLoggedIn(request, response);
                    }
                }))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.notLoggedIn(request, response))
                        .accessDeniedHandler((request, response, e) -> problems.notAllowed(request, response)))
                .addFilterBefore(new PersonActing(people, inspections, problems), AuthorizationFilter.class)
                .addFilterAfter(logins.filter(), PersonActing.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            People people,
            Inspections inspections,
            Problems problems,
            Reauthentication reauthentication,
            EngineGuard.Claims claims)
            throws Exception {
        var csrfCookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfCookie.setCookieName("BATON-XSRF");
        csrfCookie.setHeaderName("X-BATON-XSRF");
        csrfCookie.setCookiePath("/");
        var csrfAttribute = new CsrfTokenRequestAttributeHandler();
        // Without a name the token is not deferred, so the cookie is there from the first page on.
        csrfAttribute.setCsrfRequestAttributeName(null);
        return http.csrf(csrf -> csrf.csrfTokenRepository(csrfCookie)
                        .csrfTokenRequestHandler(csrfAttribute)
                        // A mail program that unsubscribes has no page of ours to take a token from (RFC 8058).
                        .ignoringRequestMatchers("/camunda/api/**", "/camunda/app/**", "/mail/off/*"))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/camunda/api/admin/setup/**")
                                .denyAll()
                                .requestMatchers(
                                        "/camunda/app/cockpit/**",
                                        "/camunda/app/admin/**",
                                        "/camunda/app/welcome/**",
                                        "/camunda/api/cockpit/**",
                                        "/admin/**",
                                        "/api-docs/**",
                                        "/swagger-ui/**")
                                .hasRole("ADMIN")
                                .requestMatchers("/camunda/**")
                                .access(AuthorizationManagers.allOf(
                                        AuthenticatedAuthorizationManager.authenticated(),
                                        AuthorizationManagers.not(AuthorityAuthorizationManager.hasRole("AUDITOR"))))
                                .anyRequest()
                                .authenticated())
                .formLogin(login -> login.loginPage("/login")
                        .permitAll()
                        .successHandler(new NoteLogin(people, reauthentication))
                        .failureHandler((request, response, e) -> response.sendRedirect(request.getContextPath()
                                + (e instanceof AccountExpiredException ? "/login?over" : "/login?error"))))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(noteLogout(people, reauthentication))
                        .logoutSuccessUrl("/login?logout"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.notLoggedIn(request, response))
                        .accessDeniedHandler((request, response, e) -> problems.notAllowed(request, response)))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentTypeOptions(Customizer.withDefaults())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> !request.getRequestURI().startsWith("/camunda/"),
                                new ContentSecurityPolicyHeaderWriter(OWN_PAGES))))
                .addFilterBefore(new PersonActing(people, inspections, problems), AuthorizationFilter.class)
                .addFilterAfter(new EngineGuard(claims), AuthorizationFilter.class)
                .build();
    }

    private static boolean isProgramWithCredentials(HttpServletRequest request) {
        return Problems.isForProgram(request)
                && !request.getRequestURI().startsWith("/camunda/")
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static LogoutHandler noteLogout(People people, Reauthentication reauthentication) {
        return (request, response, authentication) -> {
            if (authentication != null) {
                people.person(authentication.getName())
                        .map(person -> person.acting(request.getRemoteAddr(), ClientAddress.session(request)))
                        .ifPresent(actor -> Acting.as(actor, () -> {
                            reauthentication.sessionEnded(actor.username());
                            return actor;
                        }));
            }
        };
    }

    /** Notes the login in the trail, then goes where the person wanted to go. */
    private static final class NoteLogin extends SavedRequestAwareAuthenticationSuccessHandler {

        private final People people;
        private final Reauthentication reauthentication;

        NoteLogin(People people, Reauthentication reauthentication) {
            this.people = people;
            this.reauthentication = reauthentication;
        }

        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws ServletException, IOException {
            var actor = people.require(authentication.getName())
                    .acting(request.getRemoteAddr(), ClientAddress.session(request));
            Acting.as(actor, () -> {
                reauthentication.sessionBegan(actor.username());
                return actor;
            });
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
