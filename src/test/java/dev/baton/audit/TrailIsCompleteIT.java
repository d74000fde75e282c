package dev.baton.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.RunningBaton;
import dev.fixtures.forgetful.ForgetsAField;
import dev.fixtures.forgetful.ForgetsItself;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nothing that is kept can be forgotten by the trail: every entity is audited, every field of it is edited here through
 * Hibernate and looked for in the trail, and every table has its place in one list or the other.
 */
class TrailIsCompleteIT extends RunningBaton {

    /** Fields whose values Envers does not keep, each with its reason. */
    private static final Map<String, String> NOT_KEPT = Map.of(
            "CaptureRequest.notNowUntil", "a person's own reminder, no record of the transfer",
            "Absence.notedAt", "whether its begin was told; what came of it are acts of their own",
            "CaptureRequest.authorSeal", "a choice that nobody may learn of, and a secret",
            "KnowledgeItem.authorSeal", "a secret; that an item is in confidence is kept",
            "ItemVersion.authorSeal", "a secret; the signed hash finds another one",
            "Person.passwordHash", "a secret; its change is an act of its own",
            "Person.failedTries", "each wrong password is an act of its own",
            "Person.lockedUntil", "the lock-out is an act of its own");

    /** Entities that are not audited, each with its reason. */
    private static final Map<String, String> NOT_AUDITED =
            Map.of("BatonRevision", "is what Envers writes about the others");

    /** Tables that are neither audited nor history, each with its reason. */
    private static final Map<String, String> NO_RECORDS = Map.ofEntries(
            Map.entry("pulse_answer", "anonymous by construction: no person, no time, and so no trail"),
            Map.entry("pulse_ballot", "a sealed answer that waits to be opened with others"),
            Map.entry("pulse_mark", "lets nobody answer twice, and is emptied when the round ends"),
            Map.entry("draft", "a draft is its author's working note"),
            Map.entry("open_run", "a run in progress is the pair's working note; agreed, stopped, signed are entries"),
            Map.entry("practice_count", "practice leaves a count and, by construction, no person and no time"),
            Map.entry("search_entry", "made from the records, and made anew from them"),
            Map.entry("search_word", "made from the records, and made anew from them"),
            Map.entry("trail_export", "how far an export is; begun and exported are entries of the trail"),
            Map.entry("event_publication", "what is still to be told after commit"),
            Map.entry("flyway_schema_history", "written by migrations"),
            Map.entry("notice", "news for one person, read or not"),
            Map.entry("mail_outbox", "what is still to go out by mail, and what went out"),
            Map.entry("hidden_link", "whose a task is while the engine may not know; taking one is an act of its own"),
            Map.entry("integrity_run", "how far a run is; it ends once, and its findings are history"));

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres server;

    @Autowired
    ConfigurationTrail configuration;

    private long seen;

    @Test
    void everyEntityIsAuditedAndEveryFieldOfItIsKept() {
        assertThat(types().stream().flatMap(type -> forgotten(type.getMappedClass())))
                .isEmpty();
        assertThat(types()).hasSizeGreaterThan(15);
    }

    @Test
    void aForgottenFieldAndAForgottenEntityAreFound() {
        assertThat(forgotten(ForgetsAField.class)).containsExactly("ForgetsAField.forgotten");
        assertThat(forgotten(ForgetsItself.class)).containsExactly("ForgetsItself");
    }

    @Test
    void everyTableIsAuditedOrHistoryOrNamedWithAReason() {
        var audited = jdbc.sql("select substr(tablename, 1, length(tablename) - 4) from pg_tables"
                        + " where schemaname = 'public' and tablename like '%\\_aud'")
                .query(String.class)
                .list();
        var strangers = new TreeSet<String>();
        for (var table : jdbc.sql("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not like 'act\\_%' and tablename not like '%\\_aud'")
                .query(String.class)
                .list()) {
            var history = jdbc.sql("select exists (select from pg_trigger where tgrelid = ?::regclass"
                            + " and tgname = ? || '_append_only')")
                    .params(table, table)
                    .query(Boolean.class)
                    .single();
            if (!audited.contains(table) && !history && !NO_RECORDS.containsKey(table)) {
                strangers.add(table);
            }
        }
        assertThat(strangers).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyEditOfAFieldLeavesExactlyItsEntry() {
        return types().stream()
                .filter(type -> TrailText.isTrailed(type.getMappedClass()))
                .map(type -> DynamicTest.dynamicTest(
                        type.getMappedClass().getSimpleName(), () -> freely(() -> editEveryField(type))));
    }

    @Test
    void aChangedSettingIsAnEntryAndASecretIsNot() {
        assertThat(configuration.settings()).containsKey("baton.data.directory");
        assertThat(configuration.settings().keySet()).noneMatch(name -> name.contains("password"));
        var settings = new java.util.TreeMap<>(configuration.settings());
        settings.put("baton.integrity.nightly", "0 0 4 * * *");
        transaction.executeWithoutResult(status -> {
            configuration.note(settings);
            entities.unwrap(SessionImplementor.class).getActionQueue().beforeTransactionCompletion();
            assertThat(written())
                    .containsExactly("configured baton.integrity.nightly: "
                            + configuration.settings().get("baton.integrity.nightly") + " -> 0 0 4 * * *");
            status.setRollbackOnly();
        });
    }

    /** Fields, or the entity itself, that Envers does not keep although nothing names them. */
    private static Stream<String> forgotten(Class<?> type) {
        if (!type.isAnnotationPresent(Audited.class)) {
            return NOT_AUDITED.containsKey(type.getSimpleName()) ? Stream.of() : Stream.of(type.getSimpleName());
        }
        return fields(type).stream()
                .filter(field -> field.isAnnotationPresent(NotAudited.class))
                .map(field -> type.getSimpleName() + "." + field.getName())
                .filter(field -> !NOT_KEPT.containsKey(field));
    }

    private static Class<?> declared(Class<?> type, String name) {
        return fields(type).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getType();
    }

    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            fields.addAll(List.of(c.getDeclaredFields()));
        }
        return fields;
    }

    private void editEveryField(EntityPersister type) {
        var session = entities.unwrap(SessionImplementor.class);
        var made = copy(session, type);
        session.persist(made);
        var created = written(session);
        var names = type.getPropertyNames();
        for (int i = 0; i < names.length; i++) {
            var value = TrailText.of(session, type.getValue(made, i));
            var row = " " + names[i] + ": null -> " + value;
            assertThat(created.stream().filter(entry -> entry.endsWith(row)))
                    .as("created with %s = %s in %s", names[i], value, created)
                    .hasSize(isTrailed(type, i) && value != null ? 1 : 0);
        }
        for (int i = 0; i < names.length; i++) {
            if (!isTrailed(type, i) || !type.isMutable() || !mayChange(type, i)) {
                continue;
            }
            var old = TrailText.of(session, type.getValue(made, i));
            edit(type, made, i);
            var now = TrailText.of(session, type.getValue(made, i));
            assertThat(now).as("another value for " + names[i]).isNotEqualTo(old);
            assertThat(written(session))
                    .as("an edit of " + names[i])
                    .containsExactly("changed " + names[i] + ": " + old + " -> " + now);
        }
    }

    private static boolean isTrailed(EntityPersister type, int field) {
        return field != type.getVersionProperty()
                && TrailText.isTrailed(type.getMappedClass(), type.getPropertyNames()[field]);
    }

    /** A natural identifier stays; Hibernate refuses to change it. */
    private static boolean mayChange(EntityPersister type, int field) {
        var natural = type.getNaturalIdentifierProperties();
        return natural == null || IntStream.of(natural).noneMatch(n -> n == field);
    }

    /** A record like one that is there, every empty field filled, with identifiers of its own. */
    private Object copy(SessionImplementor session, EntityPersister type) {
        var like =
                entities
                        .createQuery("select e from " + type.getEntityName() + " e", Object.class)
                        .getResultList()
                        .stream()
                        .max(Comparator.comparingLong(entity -> Stream.of(type.getValues(entity))
                                .filter(Objects::nonNull)
                                .count()))
                        .orElse(null);
        var made = type.instantiate(UUID.randomUUID(), session);
        var natural = type.getNaturalIdentifierProperties();
        for (int i = 0; i < type.getPropertyNames().length; i++) {
            var value = like == null ? null : type.getValue(like, i);
            var field = i;
            if (i == type.getVersionProperty()) {
                value = null;
            } else if (value instanceof UUID || value == null) {
                value = any(type, i);
            } else if (value instanceof Set<?> set) {
                value = new HashSet<>(set);
            } else if (natural != null && IntStream.of(natural).anyMatch(n -> n == field)) {
                value = value + "-copy";
            }
            type.setValue(made, i, value);
        }
        return made;
    }

    private Object any(EntityPersister entity, int field) {
        var type = entity.getPropertyTypes()[field].getReturnedClass();
        if (type == UUID.class) {
            return UUID.randomUUID();
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        } else if (type == Integer.class) {
            return 1;
        } else if (type == Long.class) {
            return 1L;
        } else if (type == Boolean.class) {
            return true;
        } else if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        } else if (type == String.class) {
            return allowed(entity, field).findFirst().orElse("filled");
        }
        throw new AssertionError("Say what a " + type + " is filled with");
    }

    /** Gives the field another value that the database takes. */
    private void edit(EntityPersister type, Object entity, int field) {
        var value = type.getValue(entity, field);
        var kind = declared(type.getMappedClass(), type.getPropertyNames()[field]);
        if (value instanceof Set<?> set) {
            @SuppressWarnings("unchecked")
            var roles = (Set<Object>) set;
            var other = Stream.of(dev.baton.identity.Role.values())
                    .filter(role -> !roles.contains(role))
                    .findFirst()
                    .orElseThrow();
            roles.add(other);
            return;
        }
        type.setValue(entity, field, another(type, field, kind, value));
    }

    private Object another(EntityPersister type, int field, Class<?> kind, Object value) {
        if (value instanceof UUID) {
            return UUID.randomUUID();
        } else if (value instanceof Instant at) {
            return at.plusSeconds(1);
        } else if (value instanceof LocalDate day) {
            return day.plusDays(1);
        } else if (value instanceof Boolean yes) {
            return !yes;
        } else if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        } else if (value instanceof Integer number) {
            // What is effective is never later than what is latest.
            return type.getPropertyNames()[field].equals("effectiveVersion") ? number - 1 : number + 1;
        } else if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Enum<?> constant) {
            return Stream.of(constant.getDeclaringClass().getEnumConstants())
                    .filter(other -> other != constant)
                    .findFirst()
                    .orElseThrow();
        } else if (value instanceof String text) {
            return allowed(type, field)
                    .filter(other -> !other.equals(text))
                    .findFirst()
                    .orElse(text + " edited");
        }
        return entities.createQuery("select e from " + kind.getName() + " e", Object.class).getResultList().stream()
                .filter(other -> other != value)
                .findFirst()
                .orElseThrow();
    }

    /** The words a check of the database allows in a column, if there is one. */
    private Stream<String> allowed(EntityPersister type, int field) {
        var table = type.getIdentifierTableName();
        var column = ((AbstractEntityPersister) type).getPropertyColumnNames(type.getPropertyNames()[field])[0];
        return jdbc
                .sql(
                        "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and conrelid = ?::regclass")
                .param(table)
                .query(String.class)
                .list()
                .stream()
                .filter(check -> check.startsWith("CHECK ((" + column + " = ANY"))
                .flatMap(check -> Pattern.compile("'([^']+)'").matcher(check).results())
                .map(found -> found.group(1));
    }

    /** What this transaction has written to the trail since the last look, as it would stand after its commit. */
    private List<String> written(SessionImplementor session) {
        session.flush();
        session.getActionQueue().beforeTransactionCompletion();
        session.getActionQueue().afterTransactionCompletion(false);
        return written();
    }

    private List<String> written() {
        var rows = jdbc.sql("select no, act || coalesce(' ' || field || ': ' || coalesce(old_value, 'null') || ' -> '"
                        + " || coalesce(new_value, 'null'), '') from audit_entry where no > ?"
                        + " and tx = pg_current_xact_id()::text::bigint order by no")
                .param(seen)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list();
        rows.forEach(row -> seen = row.getKey());
        return rows.stream().map(Map.Entry::getValue).toList();
    }

    /** Does the work without foreign keys, so that a record can be made without those it belongs to. */
    private void freely(Runnable work) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var statement = connection.createStatement()) {
            statement.execute("grant set on parameter session_replication_role to baton_app");
            try {
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("set local session_replication_role = replica").update();
                    work.run();
                    status.setRollbackOnly();
                });
            } finally {
                statement.execute("revoke set on parameter session_replication_role from baton_app");
            }
        }
    }

    private List<EntityPersister> types() {
        var types = new ArrayList<EntityPersister>();
        entities.getEntityManagerFactory()
                .unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(persister -> {
                    if (persister.getMappedClass() != Map.class && persister.getMappedClass() != null) {
                        types.add(persister);
                    }
                });
        return types;
    }
}
