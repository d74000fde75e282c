package dev.baton.handover;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * After how many months somebody looks whether an item still holds, by its risk.
 *
 * @param high for what is known of a critical step, or of one with a high gap between the units
 * @param medium for what is known by sense or by experience
 * @param low for the rest
 */
@ConfigurationProperties("baton.half-life")
record HalfLifeSettings(@DefaultValue("6") int high, @DefaultValue("12") int medium, @DefaultValue("24") int low) {

    HalfLifeSettings {
        if (high < 1 || medium < 1 || low < 1) {
            throw new IllegalArgumentException("baton.half-life.high, .medium and .low are months, 1 or more");
        }
    }

    int months(DueItem.Risk risk) {
        return switch (risk) {
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        };
    }
}
