package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Refusal.Fault;
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
    void oneTimePasswordsDifferAndKeepTheRules() {
        assertThat(passwords.oneTime()).isNotEqualTo(passwords.oneTime()).hasSize(16);
        assertThat(passwords.faults("new", passwords.oneTime(), "expert1")).isEmpty();
    }
}
