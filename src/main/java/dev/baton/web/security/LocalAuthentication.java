package dev.baton.web.security;

import dev.baton.identity.Inspections.AccountEnded;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reauthentication;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Logs people in with user name and password. */
@Component
class LocalAuthentication implements AuthenticationProvider {

    private final Reauthentication reauthentication;

    LocalAuthentication(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        try {
            var person = reauthentication
                    .login(attempt.getName(), password)
                    .orElseThrow(() -> new BadCredentialsException("User name or password is wrong"));
            return token(person);
        } catch (AccountEnded e) {
            throw new AccountExpiredException("The time of this account is over", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static Authentication token(PersonView person) {
        return UsernamePasswordAuthenticationToken.authenticated(person.username(), null, authorities(person));
    }

    private static List<GrantedAuthority> authorities(PersonView person) {
        return person.roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(
                        "ROLE_" + role.code().toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }
}
