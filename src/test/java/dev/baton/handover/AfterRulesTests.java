package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.handover.DueItem.Risk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AfterRulesTests {

    @Test
    void aLeakRateIsAShareOfAllDeviations() {
        assertThat(new LeakRate(0, 0).percent()).as("of none there is no share").isNull();
        assertThat(new LeakRate(1, 3).percent()).isEqualTo(33);
        assertThat(new LeakRate(2, 2).percent()).isEqualTo(100);
    }

    @Test
    void whatIsRiskierIsLookedAtSooner() {
        var settings = new HalfLifeSettings(6, 12, 24);
        assertThat(settings.months(Risk.HIGH))
                .isLessThan(settings.months(Risk.MEDIUM))
                .isEqualTo(6);
        assertThat(settings.months(Risk.LOW)).isEqualTo(24);
        assertThatThrownBy(() -> new HalfLifeSettings(0, 12, 24)).hasMessageContaining("months");
        assertThatThrownBy(() -> new FloorSettings(Duration.ZERO, Duration.ofDays(1), false))
                .hasMessageContaining("baton.floor");
    }
}
