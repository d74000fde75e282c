package dev.baton.web.evaluation;

import dev.baton.EvaluationMode;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words on the console: where Baton is and who can log in. */
@Component
class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final EvaluationMode mode;
    private final EvaluationSettings settings;
    private final People people;
    private final Environment environment;

    StartMessage(EvaluationMode mode, EvaluationSettings settings, People people, Environment environment) {
        this.mode = mode;
        this.settings = settings;
        this.people = people;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        LOG.info("{}", text());
    }

    private String text() {
        var port = environment.getProperty("local.server.port", "8080");
        if (!mode.active()) {
            return production(port, people.holding(Role.ADMIN));
        }
        var address = "  http://127.0.0.1:" + port + "/";
        if (!settings.sample()) {
            return lines("Baton is ready, in evaluation mode, without the sample.", "", address);
        }
        var demo = DemoPeople.ALL.stream().map(one -> "  %-10s %s, %s, %s"
                .formatted(one.username(), one.name(), one.role().code(), one.site()));
        return lines(
                "Baton is ready, in evaluation mode: for trying out, not for records that count.",
                "",
                address,
                "",
                "Log in with the password " + DemoPeople.PASSWORD + " as one of",
                lines(demo.toArray(String[]::new)));
    }

    /** Never with a password: who knows it set it. */
    static String production(String port, List<PersonView> administrators) {
        var first = administrators.size() == 1 ? administrators.get(0) : null;
        var who = first != null && first.mustChangePassword()
                ? "Log in as " + first.username() + " with the password of BATON_ADMIN_PASSWORD; the first login asks"
                        + " for a new one."
                : "Log in with your own account. Administrators: "
                        + administrators.stream().map(PersonView::username).collect(Collectors.joining(", "));
        return lines("Baton is ready.", "", "  http://localhost:" + port + "/", "", who);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines);
    }
}
