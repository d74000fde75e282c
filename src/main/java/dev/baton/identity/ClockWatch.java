package dev.baton.identity;

import dev.baton.identity.ClockEvent.ClocksAgree;
import dev.baton.identity.ClockEvent.ClocksDiffer;
import dev.baton.identity.IdentityRefusals.ClocksDisagree;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the application's clock with the database's, at the start and each minute. While they are more than two
 * seconds apart nobody knows when a signature was given, so nothing is signed.
 */
@Component("clockHealthIndicator")
class ClockWatch implements HealthIndicator {

    static final Duration ALLOWED = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private volatile @Nullable Duration difference;

    ClockWatch(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    /** The first look, once everything else is there to hear of it. */
    @EventListener(ApplicationStartedEvent.class)
    void start() {
        look();
    }

    /** Each minute. A database that is away changes nothing: without it nothing is signed anyway. */
    @Scheduled(initialDelayString = "PT1M", fixedRateString = "PT1M")
    void look() {
        try {
            transactions.executeWithoutResult(status -> compare());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database's clock cannot be read: {}", e.getMessage());
        }
    }

    /**
     * Refuses while the clocks differ.
     *
     * @throws ClocksDisagree with the difference in seconds
     */
    void require() {
        if (difference == null) {
            look();
        }
        tooLarge().ifPresent(by -> {
            throw new ClocksDisagree(seconds(by));
        });
    }

    @Override
    public Health health() {
        return tooLarge()
                .map(by -> Health.down().withDetail("secondsAhead", by.toSeconds()))
                .orElseGet(Health::up)
                .build();
    }

    private void compare() {
        var before = clock.instant();
        var database = jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
        var after = clock.instant();
        var was = tooLarge();
        difference = difference(before, database, after);
        var is = tooLarge();
        if (is.isPresent() && was.isEmpty()) {
            LOG.error(
                    "This clock and the database's differ by {} s: nothing is signed until they agree",
                    seconds(is.get()));
            events.publishEvent(new ClocksDiffer(is.get(), after));
        } else if (is.isEmpty() && was.isPresent()) {
            LOG.info("This clock and the database's agree again");
            events.publishEvent(new ClocksAgree(after));
        }
    }

    /** How far we are ahead of the database's answer, which it gave at some moment between our question and now. */
    static Duration difference(Instant before, Instant database, Instant after) {
        if (database.isBefore(before)) {
            return Duration.between(database, before);
        }
        return database.isAfter(after) ? Duration.between(database, after) : Duration.ZERO;
    }

    private Optional<Duration> tooLarge() {
        return Optional.ofNullable(difference).filter(by -> by.abs().compareTo(ALLOWED) > 0);
    }

    private static long seconds(Duration by) {
        return by.abs().plusMillis(500).toSeconds();
    }
}
