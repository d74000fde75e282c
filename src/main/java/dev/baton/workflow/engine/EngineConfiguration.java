package dev.baton.workflow.engine;

import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.workflow.TaskGuard;
import jakarta.servlet.Filter;
import java.util.Map;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The process engine as part of Baton; what is not code is in {@code camunda.yml} and {@code processes.xml}. */
@Configuration(proxyBeanMethods = false)
@EnableProcessApplication("baton")
class EngineConfiguration {

    @Bean
    static BatonEnginePlugin batonEnginePlugin(ObjectProvider<People> people, ObjectProvider<TaskGuard> guard) {
        return new BatonEnginePlugin(people, guard);
    }

    /** The administrators' group may do everything in the engine; the guard in front leaves it reading. */
    @Bean
    static AdministratorAuthorizationPlugin administratorAuthorizationPlugin() {
        var plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Role.ADMIN.code());
        return plugin;
    }

    /** One login: Camunda's web applications take the person from our own filter chain, so this runs behind it. */
    @Bean
    FilterRegistrationBean<Filter> portalLogin() {
        var registration = new FilterRegistrationBean<Filter>(new ContainerBasedAuthenticationFilter());
        registration.setName("portalLogin");
        registration.setInitParameters(
                Map.of(ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, PortalLogin.class.getName()));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return registration;
    }

    /** Before everything else, the security chain included. */
    @Bean
    FilterRegistrationBean<PlainAddress> plainAddress() {
        var registration = new FilterRegistrationBean<>(new PlainAddress());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
