package dev.baton.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The product's clock in integration tests: right, until a test sets it wrong for a time. */
@TestConfiguration(proxyBeanMethods = false)
public class SteppedClock {

    private static volatile Duration wrongBy = Duration.ZERO;

    /** Sets it wrong, or right again with zero. */
    public static void setWrongBy(Duration by) {
        wrongBy = by;
    }

    @Bean
    @Primary
    Clock steppedClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("The product's clock is in UTC.");
            }

            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(wrongBy);
            }
        };
    }
}
