package dev.baton.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.baton.Refusal.Fault;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and rules of passwords (OWASP ASVS 5.0, 6.2): 12 to 128 characters, none that the shipped lists of
 * breached passwords make easy to guess, no rules of composition; Argon2id, at most as many at once as the machine has cores.
 */
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int EASILY_GUESSED = 2;
    private static final String ONE_TIME_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2()));
    private final Semaphore hashing =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final SecureRandom random = new SecureRandom();
    private final Zxcvbn guesser = new Zxcvbn();
    private final RecentPasswords recent = new RecentPasswords();
    private final String nobodysHash = encoder.encode("nobody's password");

    private static Argon2PasswordEncoder argon2() {
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    }

    String hash(String password) {
        hashing.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            hashing.release();
        }
    }

    boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        hashing.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    /**
     * As {@link #matches}, without hashing again what was right a few minutes ago. For logins alone, above all those of
     * programs, which come with every call; whoever signs is checked in full.
     */
    boolean matchesAtLogin(String password, String hash) {
        if (recent.wasRight(password, hash)) {
            return true;
        }
        var right = matches(password, hash);
        if (right) {
            recent.remember(password, hash);
        }
        return right;
    }

    /** Takes as long as a real check, so that the time of an answer does not tell whether a user name exists. */
    void pretendToCheck(String password) {
        matches(password, nobodysHash);
    }

    /** What is wrong with a new password; empty when nothing is. */
    List<Fault> faults(String field, String password, String username) {
        if (password.length() < SHORTEST) {
            return List.of(Fault.of(field, "password.too-short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return List.of(Fault.of(field, "password.too-long", LONGEST));
        }
        var strength = guesser.measure(password, List.of(username, "baton"));
        if (strength.getScore() < EASILY_GUESSED) {
            return List.of(Fault.of(field, "password.too-common"));
        }
        return List.of();
    }

    String oneTime() {
        return random.ints(16, 0, ONE_TIME_LETTERS.length())
                .mapToObj(i -> String.valueOf(ONE_TIME_LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
