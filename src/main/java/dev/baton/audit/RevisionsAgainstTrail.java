package dev.baton.audit;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.RevisionType;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Envers and the trail tell the same story: what a revision changed in a field is what the entries of its transaction
 * say, by the same person (a revision may have been written after the scope of an act's
 * reason ended, so it need not know the reason); and no entry speaks of a change that no revision knows.
 */
@Component
class RevisionsAgainstTrail implements IntegrityCheck {

    private static final int RECORDS_AT_ONCE = 200;

    private final EntityManager entities;
    private final JdbcClient jdbc;

    RevisionsAgainstTrail(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "revisions-against-trail";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void run(IntegrityReport report) {
        people(report);
        strangers(report);
        var session = entities.unwrap(SessionImplementor.class);
        var total = jdbc.sql("select count(*) from revinfo").query(Long.class).single();
        var done = 0L;
        var types = new ArrayList<EntityPersister>();
        session.getFactory().getMappingMetamodel().forEachEntityDescriptor(persister -> {
            if (TrailText.isTrailed(persister.getMappedClass())) {
                types.add(persister);
            }
        });
        types.sort(java.util.Comparator.comparing(EntityPersister::getEntityName));
        for (var type : types) {
            done += check(session, type, report, done, total);
        }
    }

    /** One revision of one record, with what the trail must show of it. */
    private record Image(long number, @Nullable Long tx, RevisionType how, TrailRef ref, String act, String[] values) {}

    private long check(
            SessionImplementor session, EntityPersister type, IntegrityReport report, long before, long total) {
        Object after = null;
        var revisions = 0L;
        while (true) {
            var chunk = ids(type, after);
            if (chunk.isEmpty()) {
                return revisions;
            }
            after = chunk.get(chunk.size() - 1);
            var images = images(session, type, chunk);
            revisions += images.values().stream().mapToLong(List::size).sum();
            var trail = trail(images);
            images.values().forEach(history -> compare(type, history, trail, report));
            session.clear();
            report.looked(Math.min(before + revisions, total), total);
        }
    }

    private List<Object> ids(EntityPersister type, @Nullable Object after) {
        var id = "e.originalId." + type.getIdentifierPropertyName();
        var query = entities.createQuery(
                        "select distinct " + id + " from " + type.getEntityName() + "_aud e "
                                + (after == null ? "" : "where " + id + " > :after ") + "order by " + id,
                        Object.class)
                .setMaxResults(RECORDS_AT_ONCE);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultList();
    }

    private Map<Object, List<Image>> images(SessionImplementor session, EntityPersister type, List<?> ids) {
        var found = AuditReaderFactory.get(entities)
                .createQuery()
                .forRevisionsOfEntity(type.getMappedClass(), false, true)
                .add(AuditEntity.id().in(ids.toArray()))
                .addOrder(AuditEntity.revisionNumber().asc())
                .getResultList();
        var images = new HashMap<Object, List<Image>>();
        for (var row : found) {
            var parts = (Object[]) row;
            var entity = parts[0];
            var revision = (BatonRevision) parts[1];
            var id = Objects.requireNonNull(type.getIdentifier(entity, session));
            images.computeIfAbsent(id, any -> new ArrayList<>())
                    .add(new Image(
                            revision.number(),
                            revision.tx(),
                            (RevisionType) parts[2],
                            TrailText.ref(session, type, entity),
                            entity instanceof TrailSubject subject ? subject.trailedAs() : "created",
                            values(session, type, entity)));
        }
        return images;
    }

    private static String[] values(SessionImplementor session, EntityPersister type, Object entity) {
        var names = type.getPropertyNames();
        var values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            if (i != type.getVersionProperty() && TrailText.isTrailed(type.getMappedClass(), names[i])) {
                values[i] = TrailText.of(session, type.getValue(entity, i));
            }
        }
        return values;
    }

    /** Where an entry belongs: its transaction, its record and its field. */
    private record Place(long tx, String type, String id, String field) {}

    private record Entry(long no, String act, @Nullable String old, @Nullable String now) {}

    private Map<Place, List<Entry>> trail(Map<Object, List<Image>> images) {
        var transactions = images.values().stream()
                .flatMap(List::stream)
                .map(Image::tx)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        var trail = new HashMap<Place, List<Entry>>();
        jdbc.sql("select no, tx, act, record_type, record_id, field, old_value, new_value from audit_entry"
                        + " where tx = any(?) and field is not null order by no")
                .param(transactions)
                .query(row -> {
                    trail.computeIfAbsent(
                                    new Place(
                                            row.getLong("tx"),
                                            row.getString("record_type"),
                                            row.getString("record_id"),
                                            row.getString("field")),
                                    place -> new ArrayList<>())
                            .add(new Entry(
                                    row.getLong("no"),
                                    row.getString("act"),
                                    row.getString("old_value"),
                                    row.getString("new_value")));
                });
        return trail;
    }

    private static void compare(
            EntityPersister type, List<Image> history, Map<Place, List<Entry>> trail, IntegrityReport report) {
        var names = type.getPropertyNames();
        var before = new String[names.length];
        for (var image : history) {
            var now = image.how() == RevisionType.DEL ? new String[names.length] : image.values();
            var tx = image.tx();
            for (int i = 0; tx != null && i < names.length; i++) {
                if (i == type.getVersionProperty() || !TrailText.isTrailed(type.getMappedClass(), names[i])) {
                    continue;
                }
                var place = new Place(tx, image.ref().type(), image.ref().id(), names[i]);
                var acts = Set.of(image.act(), "changed", "deleted");
                var entries = trail.getOrDefault(place, List.of()).stream()
                        .filter(entry -> acts.contains(entry.act()))
                        .toList();
                compare(image, names[i], before[i], now[i], entries, report);
            }
            before = now;
        }
    }

    private static void compare(
            Image image,
            String field,
            @Nullable String old,
            @Nullable String now,
            List<Entry> entries,
            IntegrityReport report) {
        var record = image.ref().type() + " " + image.ref().id() + ", " + field;
        var revision = String.valueOf(image.number());
        if (entries.isEmpty()) {
            if (!Objects.equals(old, now)) {
                report.found(IntegrityFinding.of(record, "trail-silent", revision, field));
            }
            return;
        }
        var value = old;
        for (var entry : entries) {
            if (!Objects.equals(entry.old(), value)) {
                report.found(IntegrityFinding.of(
                        "audit_entry no. " + entry.no() + ", old value (" + record + ")", "trail-differs", revision));
                return;
            }
            value = entry.now();
        }
        if (!Objects.equals(value, now)) {
            report.found(IntegrityFinding.of(
                    "audit_entry no. " + entries.get(entries.size() - 1).no() + ", new value (" + record + ")",
                    "trail-differs",
                    revision));
        }
    }

    /** Who stands behind a revision is who stands in the entries of its transaction, with the same reason. */
    private void people(IntegrityReport report) {
        jdbc.sql(
                        """
                        select r.rev, coalesce((select min(e.no) from audit_entry e where e.tx = r.tx), 0) as no
                        from revinfo r where r.tx is not null and not exists (select from audit_entry e where e.tx = r.tx
                          and e.username = r.username and e.role = r.role and e.site = r.site and e.zone = r.zone
                          and (r.reason is null or e.reason = r.reason) and e.address is not distinct from r.address
                          and e.session is not distinct from r.session)
                        order by r.rev""")
                .query((row, n) -> row.getLong("no") == 0
                        ? IntegrityFinding.of("revinfo " + row.getLong("rev"), "trail-silent-transaction")
                        : IntegrityFinding.of(
                                "audit_entry no. " + row.getLong("no"),
                                "trail-differs",
                                String.valueOf(row.getLong("rev"))))
                .list()
                .forEach(report::found);
    }

    /** Entries of changed fields that no revision stands behind. */
    private void strangers(IntegrityReport report) {
        jdbc.sql(
                        """
                        select e.no from audit_entry e where e.act in ('created', 'changed', 'deleted') and e.field is not null
                          and e.no > coalesce((select max(x.no) from audit_entry x where x.tx <
                            (select min(r.tx) from revinfo r)), 0)
                          and not exists (select from revinfo r where r.tx = e.tx) order by e.no""")
                .query((row, n) -> IntegrityFinding.of("audit_entry no. " + row.getLong(1), "trail-without-revision"))
                .list()
                .forEach(report::found);
    }
}
