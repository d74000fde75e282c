package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Long enough, not easy to guess, no rules of composition; kept as Argon2id. */
class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void elevenCharactersAreTooFew() {
        assertThat(passwords.faults("new", "vR8#kQ2!pLz", "expert1"))
                .extracting(Fault::messageKey)
                .containsExactly("password.too-short");
    }

    @Test
    void commonPasswordsAndTheUserNameAreRefused() {
        for (var guess : new String[] {"passwordpassword", "qwertyuiop12", "expert1expert1", "123456789012"}) {
            assertThat(passwords.faults("new", guess, "expert1"))
                    .as(guess)
                    .extracting(Fault::messageKey)
                    .containsExactly("password.too-common");
        }
    }

    @Test
    void smallLettersAloneAreFineWhenTheyAreHardToGuess() {
        assertThat(passwords.faults("new", "kettle orbit walnut fjord", "expert1"))
                .isEmpty();
    }

    @Test
    void theDemoPasswordKeepsTheRules() {
        assertThat(passwords.faults("new", "Baton-demo-2026", "expert1")).isEmpty();
    }

    @Test
    void aHashIsArgon2AndMatchesItsPasswordOnly() {
        var hash = passwords.hash("kettle orbit walnut fjord");
        assertThat(hash).startsWith("{argon2}$argon2id$");
        assertThat(passwords.matches("kettle orbit walnut fjord", hash)).isTrue();
        assertThat(passwords.matches("kettle orbit walnut fjorD", hash)).isFalse();
        assertThat(passwords.matches("x".repeat(5000), hash)).isFalse();
    }

    @Test
    void whatWasRightALittleAgoIsRightAtTheNextLoginAndNothingElseIs() {
        var hashed = new ArrayList<String>();
        var counting = new Passwords() {
            @Override
            boolean matches(String password, String hash) {
                hashed.add(password);
                return super.matches(password, hash);
            }
        };
        var hash = counting.hash("kettle orbit walnut fjord");
        assertThat(counting.matchesAtLogin("kettle orbit walnut fjorD", hash)).isFalse();
        assertThat(counting.matchesAtLogin("kettle orbit walnut fjord", hash)).isTrue();
        assertThat(counting.matchesAtLogin("kettle orbit walnut fjord", hash)).isTrue();
        assertThat(counting.matchesAtLogin("kettle orbit walnut fjorD", hash)).isFalse();
        assertThat(hashed).as("what is wrong is hashed every time").hasSize(3);
        assertThat(counting.matchesAtLogin("kettle orbit walnut fjord", counting.hash("another one, just as long")))
                .as("after a change of the password")
                .isFalse();
    }

    @Test
    void afterFiveMinutesItIsHashedAgain() {
        var now = new AtomicLong();
        var recent = new RecentPasswords(now::get);
        recent.remember("kettle orbit walnut fjord", "hash");
        now.set(Duration.ofMinutes(5).minusNanos(1).toNanos());
        assertThat(recent.wasRight("kettle orbit walnut fjord", "hash")).isTrue();
        now.set(Duration.ofMinutes(5).toNanos());
        assertThat(recent.wasRight("kettle orbit walnut fjord", "hash")).isFalse();
    }

    @Test
    void oneTimePasswordsDifferAndKeepTheRules() {
        assertThat(passwords.oneTime()).isNotEqualTo(passwords.oneTime()).hasSize(16);
        assertThat(passwords.faults("new", passwords.oneTime(), "expert1")).isEmpty();
    }
}
