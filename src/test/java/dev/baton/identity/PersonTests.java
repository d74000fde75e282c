package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wrong passwords close an account for a while, and longer each time; roles keep their distance. */
class PersonTests {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Person expert = new Person(
            "expert1",
            "Expert One",
            new Site("California", ZoneId.of("America/Los_Angeles")),
            Set.of(Role.EXPERT),
            "hash",
            NOW);

    @Test
    void fourWrongPasswordsLeaveTheAccountOpen() {
        for (int i = 0; i < 4; i++) {
            assertThat(expert.passwordWrong(NOW)).isFalse();
        }
        assertThat(expert.isLocked(NOW)).isFalse();
    }

    @Test
    void theFifthClosesItForAMinuteAndTheNextForTwo() {
        fail(5);
        assertThat(expert.isLocked(NOW.plusSeconds(59))).isTrue();
        assertThat(expert.isLocked(NOW.plusSeconds(60))).isFalse();
        fail(1);
        assertThat(expert.isLocked(NOW.plusSeconds(119))).isTrue();
        assertThat(expert.isLocked(NOW.plusSeconds(120))).isFalse();
    }

    @Test
    void noLockLastsLongerThanAnHour() {
        fail(100);
        assertThat(expert.isLocked(NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void theRightPasswordStartsCountingAnew() {
        fail(4);
        expert.passwordCorrect();
        fail(4);
        assertThat(expert.isLocked(NOW)).isFalse();
    }

    @Test
    void anIssuedPasswordMustBeChangedAndAChosenOneNeedNot() {
        assertThat(expert.passwordIssued("other").mustChangePassword()).isTrue();
        assertThat(expert.passwordChosen("own").mustChangePassword()).isFalse();
    }

    @Test
    void administratorAndAuditorStandAlone() {
        assertThat(Role.mayStandTogether(Set.of(Role.ADMIN, Role.QUALITY))).isFalse();
        assertThat(Role.mayStandTogether(Set.of(Role.AUDITOR, Role.EXPERT))).isFalse();
        assertThat(Role.mayStandTogether(Set.of(Role.EXPERT, Role.TRANSFER_LEAD)))
                .isTrue();
        assertThat(Role.mayStandTogether(Set.of(Role.ADMIN))).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            expert.passwordWrong(NOW);
        }
    }
}
