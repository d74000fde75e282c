package dev.baton.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.transfer.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateRulesTests {

    private static final Missing SOMETHING = Missing.of("expert", "/transfers/1", "gate.missing.told", 1, 24, 15);

    @Test
    void aGateOpensOnlyWhenNothingIsMissing() {
        assertThat(new GateView(Phase.PLANNING, List.of(), List.of()).open()).isTrue();
        assertThat(new GateView(Phase.PLANNING, List.of(SOMETHING), List.of()).open())
                .isFalse();
    }

    @Test
    void aShareOfTheStepsIsRoundedUp() {
        assertThat(GateSettings.share(60, 24)).isEqualTo(15);
        assertThat(GateSettings.share(60, 25)).isEqualTo(15);
        assertThat(GateSettings.share(1, 24)).isEqualTo(1);
        assertThat(GateSettings.share(0, 24)).isZero();
        assertThat(GateSettings.share(100, 24)).isEqualTo(24);
    }

    @Test
    void sharesArePercent() {
        assertThatThrownBy(() -> new GateSettings(101, 100)).hasMessageContaining("percent");
    }
}
