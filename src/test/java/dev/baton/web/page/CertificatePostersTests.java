package dev.baton.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** However long a charter's purpose is, a certificate stays one sheet. */
class CertificatePostersTests {

    @Test
    void aShortPurposeStaysWhole() {
        assertThat(CertificatePosters.shortened(" So that children\n get it in time. "))
                .isEqualTo("So that children get it in time.");
    }

    @Test
    void aLongOneEndsWithASentence() {
        var first = "Children get this vaccine as a spray, once a year, before the season and without a needle. ";
        assertThat(CertificatePosters.shortened(first.repeat(9)))
                .isEqualTo(first.repeat(3).strip());
    }

    @Test
    void withoutSentencesItEndsWithAWord() {
        assertThat(CertificatePosters.shortened("purpose ".repeat(100)))
                .hasSizeLessThan(283)
                .endsWith("purpose …");
        assertThat(CertificatePosters.shortened("p".repeat(2_000))).hasSizeLessThan(300);
    }
}
