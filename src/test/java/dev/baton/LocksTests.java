package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Locks are taken in one place, since what was read before has to be forgotten with each. */
class LocksTests {

    private static final Pattern LOCK = Pattern.compile("pg_\\w*advisory|\\bfor (no key )?update\\b");

    /** A query through {@link Locks}; a queue of mails; and the ledger and its check, which read by JDBC alone. */
    private static final Set<String> KNOWN = Set.of(
            "Locks.java",
            "TaskDirectory.java",
            "MailOutbox.java",
            "Sealer.java",
            "Witnesses.java",
            "LedgerKeys.java",
            "IntegrityRunner.java");

    @Test
    void nobodyLocksByTheirOwnStatement() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var locking = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> LOCK.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(locking).isEqualTo(KNOWN);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
