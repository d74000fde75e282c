package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.StartRefused;
import dev.baton.audit.AuditTrail;
import dev.baton.support.RunningBaton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A ledger that exists is never signed on with another key in silence. */
class LedgerKeysIT extends RunningBaton {

    @TempDir
    Path directory;

    @Autowired
    LedgerStore store;

    @Autowired
    LedgerSettings settings;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditTrail trail;

    @Test
    void aMissingKeyStopsTheStart() {
        var file = directory.resolve("key.pem");
        assertThatThrownBy(() -> keys(file, null).open())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("BATON_LEDGER_KEY_FILE");
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherKeyStopsTheStart() throws Exception {
        var file = directory.resolve("key.pem");
        new KeyFile(file).write(Ed25519.generate());
        var known = store.keys();
        assertThatThrownBy(() -> keys(file, null).open())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BATON_LEDGER_KEY_ROTATION_REASON");
        assertThat(store.keys()).isEqualTo(known);
    }

    @Test
    void theKeyMayComeFromASecretStore() throws Exception {
        var pem = Files.readString(settings.key().file());
        var keys = keys(directory.resolve("none.pem"), pem);
        keys.open();
        assertThat(keys.signing()).isPresent();
        assertThatThrownBy(keys::rotate).isInstanceOf(LedgerRefusals.KeyIsKeptOutside.class);
        assertThat(settings.key().toString()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void somethingUnreadableStopsTheStart() throws Exception {
        var file = Files.writeString(directory.resolve("key.pem"), "no key");
        assertThatThrownBy(() -> keys(file, null).open())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(file.toString());
    }

    private LedgerKeys keys(Path file, String pem) {
        var key = new LedgerSettings.Key(file, pem, null);
        return new LedgerKeys(
                store, new LedgerSettings(key, Duration.ofSeconds(1)), jdbc, transactions, trail, Clock.systemUTC());
    }
}
