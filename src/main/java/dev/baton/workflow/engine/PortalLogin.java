package dev.baton.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/**
 * Takes the person from the portal's login. Somebody the engine does not know, because the account was disabled
 * meanwhile, is nobody; the stock provider would answer 500.
 */
public class PortalLogin extends ContainerBasedAuthenticationProvider {

    /** Called by the engine's filter, by name of the class. */
    public PortalLogin() {
        super();
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var result = super.extractAuthenticatedUser(request, engine);
        if (!result.isAuthenticated()) {
            return result;
        }
        var known = engine.getIdentityService()
                        .createUserQuery()
                        .userId(result.getAuthenticatedUser())
                        .count()
                == 1;
        return known ? result : AuthenticationResult.unsuccessful();
    }
}
