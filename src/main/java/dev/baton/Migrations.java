package dev.baton;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Migrations run as the owner of the schema and grant the application's role what it needs, and no more. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    @Bean
    @ConditionalOnProperty("baton.db.owner.username")
    FlywayConnectionDetails configuredOwner(Environment environment) {
        return new OwnerConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("baton.db.owner.username"),
                environment.getProperty("baton.db.owner.password", ""));
    }

    @Bean
    FlywayConfigurationCustomizer applicationRole(
            JdbcConnectionDetails application, Environment environment, EvaluationMode mode) {
        if (!mode.active() && !environment.containsProperty("baton.db.owner.username")) {
            LOG.warn("The application owns its database schema. Set BATON_DB_OWNER_USERNAME and"
                    + " BATON_DB_OWNER_PASSWORD to a second role, so that the application itself cannot alter the"
                    + " tables of the audit trail.");
        }
        var role = application.getUsername();
        return flyway -> flyway.placeholders(Map.of("app_role", role == null ? "baton_app" : role));
    }
}
