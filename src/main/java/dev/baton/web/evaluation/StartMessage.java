package dev.baton.web.evaluation;

import dev.baton.EvaluationMode;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words on the console: where Baton is and who can log in. */
@Component
class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final EvaluationMode mode;
    private final EvaluationSettings settings;
    private final Environment environment;

    StartMessage(EvaluationMode mode, EvaluationSettings settings, Environment environment) {
        this.mode = mode;
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info("{}", text());
    }

    private String text() {
        var port = environment.getProperty("local.server.port", "8080");
        if (!mode.active()) {
            return "Baton is ready on port " + port + ". Log in with the accounts of this installation.";
        }
        if (!settings.sample()) {
            return "Baton is ready for evaluation: http://127.0.0.1:" + port + "/ (no sample)";
        }
        var people = DemoPeople.ALL.stream()
                .map(demo -> "  %-10s %s, %s, %s"
                        .formatted(demo.username(), demo.name(), demo.role().code(), demo.site()))
                .collect(Collectors.joining(System.lineSeparator()));
        return String.join(
                System.lineSeparator(),
                "Baton is ready, in evaluation mode: for trying out, not for records that count.",
                "",
                "  http://127.0.0.1:" + port + "/",
                "",
                "Log in with the password " + DemoPeople.PASSWORD + " as one of",
                people);
    }
}
