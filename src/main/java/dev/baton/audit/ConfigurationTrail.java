package dev.baton.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** At each start, the product's settings as they are now against those of the last start: a change is an entry. */
@Component
class ConfigurationTrail {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|credential|private|key).*");
    private static final TrailRef BATON = TrailRef.of("configuration", "baton", "Baton");

    private final Environment environment;
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfigurationTrail(
            Environment environment, JdbcClient jdbc, AuditTrail trail, TransactionTemplate transaction, Clock clock) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        transaction.executeWithoutResult(status -> note(settings()));
    }

    /** Writes what differs from the last start; what holds a secret is neither compared nor kept. */
    void note(Map<String, String> now) {
        var before = lastSeen();
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            var old = before.get(name);
            var value = now.get(name);
            if (!Objects.equals(old, value)) {
                changes.add(new FieldChange(name, old, value, null));
                jdbc.sql("insert into setting_seen (name, seen_at, value) values (?, ?, ?)")
                        .params(name, Timestamp.from(clock.instant()), value)
                        .update();
            }
        }
        if (!changes.isEmpty()) {
            trail.record("configured", BATON, changes);
        }
    }

    /** The settings under {@code baton}, wherever they come from, without secrets. */
    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        Binder.get(environment)
                .bind("baton", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((name, value) -> {
                    if (!SECRET.matcher(name).matches()) {
                        settings.put("baton." + name, value);
                    }
                });
        return settings;
    }

    private Map<String, String> lastSeen() {
        var seen = new TreeMap<String, String>();
        List<String[]> rows = jdbc.sql(
                        "select distinct on (name) name, value from setting_seen order by name, seen_at desc")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        rows.stream().filter(row -> row[1] != null).forEach(row -> seen.put(row[0], row[1]));
        return seen;
    }
}
