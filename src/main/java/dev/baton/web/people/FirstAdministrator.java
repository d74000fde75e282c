package dev.baton.web.people;

import dev.baton.EvaluationMode;
import dev.baton.Refusal;
import dev.baton.StartRefused;
import dev.baton.identity.People;
import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Names the first administrator of an empty database from the environment, with a password that must be changed at the
 * first login. Never in evaluation mode, and never once there are people.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final String SITE = "Administration";

    private final People people;
    private final EvaluationMode evaluation;
    private final Environment environment;

    FirstAdministrator(People people, EvaluationMode evaluation, Environment environment) {
        this.people = people;
        this.evaluation = evaluation;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (evaluation.active() || !people.isEmpty()) {
            return;
        }
        var username = environment.getProperty("baton.admin.username");
        var password = environment.getProperty("baton.admin.password");
        if (!StringUtils.hasText(username) || !StringUtils.hasText(password)) {
            throw new StartRefused("The database holds no people yet. Set BATON_ADMIN_USERNAME and"
                    + " BATON_ADMIN_PASSWORD (12 characters or more) to name the first administrator, who changes the"
                    + " password at the first login; then start again.");
        }
        try {
            people.foundWith(username, password, SITE, ZoneId.of("UTC"));
        } catch (Refusal refusal) {
            throw new StartRefused("BATON_ADMIN_USERNAME or BATON_ADMIN_PASSWORD cannot be used: the user name needs 2"
                    + " to 63 small letters or digits, the password at least 12 characters that are not easy to"
                    + " guess.");
        }
    }
}
