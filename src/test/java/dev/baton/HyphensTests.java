package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HyphensTests {

    @Test
    void aLongWordMayBreakBetweenSyllables() {
        assertThat(Hyphens.soft("Zonal ultracentrifugation").replace(Hyphens.SOFT, '-'))
                .isEqualTo("Zonal ultra-centri-fu-ga-tion");
    }

    @Test
    void whatIsShortOrNoWordStaysWhole() {
        assertThat(Hyphens.soft("Pool harvest SOP-UP-0103/2026-11-29"))
                .isEqualTo("Pool harvest SOP-UP-0103/2026-11-29");
    }

    @Test
    void aDrawingBreaksAtTheLastSyllableThatFits() {
        assertThat(Hyphens.breakBefore("ultracentrifugation", 17)).isEqualTo("ultracentrifuga".length());
        assertThat(Hyphens.breakBefore("BSC04xxxxxxxxxxx", 10)).isZero();
    }
}
