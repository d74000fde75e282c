package dev.baton.handover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is read at the machine may be read.
 *
 * @param shift how long a step card stays readable without network
 * @param paper how long a paper copy is valid
 * @param paperForUntrained whether somebody prints a copy to work by before they have read and understood what it says
 */
@ConfigurationProperties("baton.floor")
record FloorSettings(
        @DefaultValue("PT12H") Duration shift,
        @DefaultValue("P1D") Duration paper,
        @DefaultValue("false") boolean paperForUntrained) {

    FloorSettings {
        if (shift.isNegative() || shift.isZero() || paper.isNegative() || paper.isZero()) {
            throw new IllegalArgumentException("baton.floor.shift and .paper are durations such as PT12H or P1D");
        }
    }
}
