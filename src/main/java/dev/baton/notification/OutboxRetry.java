package dev.baton.notification;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Tries again what was published and not yet taken in, such as mail while its server was away. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OutboxRetry {

    /** Younger publications may still be under way. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final IncompleteEventPublications publications;

    OutboxRetry(IncompleteEventPublications publications) {
        this.publications = publications;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
    void retry() {
        publications.resubmitIncompletePublicationsOlderThan(SETTLED);
    }
}
