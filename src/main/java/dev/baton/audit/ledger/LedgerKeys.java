package dev.baton.audit.ledger;

import dev.baton.StartRefused;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.audit.ledger.LedgerRefusals.KeyIsKeptOutside;
import dev.baton.identity.Acting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key that signs checkpoints: made at the first start, kept outside the database, changed by an administrator. Its
 * public half is kept for good. A missing key is never replaced in silence.
 */
@Component
class LedgerKeys {

    private static final long LOCK = 0x6c65646765726bL;
    private static final String RECORD = "ledger";

    private final LedgerStore store;
    private final LedgerSettings.Key settings;
    private final KeyFile file;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;
    private final Clock clock;
    private volatile Ed25519.@Nullable Pair current;

    LedgerKeys(
            LedgerStore store,
            LedgerSettings settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.settings = settings.key();
        this.file = new KeyFile(settings.key().file());
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Finds the key, or makes ledger and key at the first start.
     *
     * @throws StartRefused when the key of an existing ledger is not there, or another one is
     */
    void open() {
        try {
            transaction.executeWithoutResult(status -> {
                lock();
                var ledger = store.id().orElseGet(this::found);
                current = find(ledger);
            });
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new StartRefused("The ledger's key cannot be read or written (" + place() + "): " + e.getMessage());
        }
    }

    /** The key that signs now; empty when another node has changed it and this one does not have it yet. */
    Optional<Ed25519.Pair> signing() {
        var newest = newest(store.keys());
        var key = current;
        if (key == null || !key.keyId().equals(newest)) {
            key = given().filter(found -> found.keyId().equals(newest)).orElse(null);
            current = key;
        }
        return Optional.ofNullable(key);
    }

    /**
     * Makes a new key; the old public key stays published.
     *
     * @throws KeyIsKeptOutside when the key comes from a secret store
     */
    void rotate() {
        if (settings.pem() != null) {
            throw new KeyIsKeptOutside();
        }
        var key = Ed25519.generate();
        transaction.executeWithoutResult(status -> {
            lock();
            unchecked(() -> file.writeSuccessor(key));
            publish(store.id().orElseThrow(), key, "key-rotated");
        });
        unchecked(file::promote);
        current = key;
    }

    private Ed25519.Pair find(UUID ledger) {
        var known = store.keys();
        var found = given();
        if (known.isEmpty()) {
            var key = found.orElseGet(this::make);
            publish(ledger, key, "key-made");
            return key;
        }
        var newest = newest(known);
        if (found.isPresent() && found.get().keyId().equals(newest)) {
            return found.get();
        }
        if (found.isEmpty()) {
            throw new StartRefused("The ledger's private key " + newest + " is not there (" + place()
                    + "). Put it back from its backup, or name its place in BATON_LEDGER_KEY_FILE or"
                    + " BATON_LEDGER_KEY_PEM. Baton never makes a new key for an existing ledger by itself.");
        }
        var key = found.get();
        var why = settings.rotationReason();
        if (why == null
                || why.isBlank()
                || known.stream().anyMatch(old -> old.keyId().equals(key.keyId()))) {
            throw new StartRefused(
                    "The private key in " + place() + " is " + key.keyId() + ", but the ledger signs with "
                            + newest + ". Put that key back; to change to a new one on purpose, say why in"
                            + " BATON_LEDGER_KEY_ROTATION_REASON and start again.");
        }
        Acting.because(why.strip(), () -> {
            publish(ledger, key, "key-rotated");
            return key;
        });
        return key;
    }

    /** The key from the secret store or the file; a rotation that was cut short after its commit is finished. */
    private Optional<Ed25519.Pair> given() {
        if (settings.pem() != null && !settings.pem().isBlank()) {
            return Optional.of(Ed25519.parse(settings.pem()));
        }
        try {
            var next = file.successor();
            if (next.isPresent() && next.get().keyId().equals(newest(store.keys()))) {
                file.promote();
            }
            return file.current();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ed25519.Pair make() {
        var key = Ed25519.generate();
        unchecked(() -> file.write(key));
        return key;
    }

    private UUID found() {
        var id = UUID.randomUUID();
        jdbc.update("insert into ledger (id, made_at) values (?, ?)", id, Timestamp.from(clock.instant()));
        return id;
    }

    private void publish(UUID ledger, Ed25519.Pair key, String act) {
        var before = newest(store.keys());
        jdbc.update(
                "insert into ledger_key (key_id, public_key, valid_from) values (?, ?, ?)",
                key.keyId(),
                key.publicKey(),
                Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
        trail.record(
                act,
                TrailRef.of(RECORD, ledger.toString(), ledger.toString()),
                List.of(new FieldChange("keyId", before, key.keyId(), null)));
    }

    private void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    private String place() {
        return settings.pem() == null ? "file " + file.path() : "setting baton.ledger.key.pem";
    }

    private static @Nullable String newest(List<PublishedKey> keys) {
        return keys.isEmpty() ? null : keys.get(keys.size() - 1).keyId();
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static void unchecked(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
