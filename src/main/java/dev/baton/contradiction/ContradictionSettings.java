package dev.baton.contradiction;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When two numbers disagree.
 *
 * @param tolerancePercent how far apart two values of one kind of quantity may lie, in percent of the larger
 * @param toleranceDegrees how far apart two temperatures may lie, in kelvins: a percentage of a temperature says nothing
 */
@ConfigurationProperties("baton.contradictions")
record ContradictionSettings(
        @DefaultValue("10") BigDecimal tolerancePercent, @DefaultValue("1") BigDecimal toleranceDegrees) {

    ContradictionSettings {
        if (tolerancePercent.signum() < 0 || toleranceDegrees.signum() < 0) {
            throw new IllegalArgumentException("baton.contradictions: a tolerance is not below zero");
        }
    }
}
