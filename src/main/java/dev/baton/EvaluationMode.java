package dev.baton;

import java.net.InetAddress;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Whether this installation only serves to try the product: no database was configured, so it runs its own, with demo
 * people, and listens on the loopback address alone.
 */
@Component
public class EvaluationMode implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private final boolean active;

    EvaluationMode(Environment environment) {
        this.active = isActive(environment);
    }

    /** Whether it is on. */
    public boolean active() {
        return active;
    }

    static boolean isActive(Environment environment) {
        return !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        if (active) {
            server.setAddress(InetAddress.getLoopbackAddress());
        }
    }
}
