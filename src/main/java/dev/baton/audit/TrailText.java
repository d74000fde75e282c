package dev.baton.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** How the trail names an entity and writes the values of its fields; for those who write it and who check it. */
final class TrailText {

    private TrailText() {}

    static TrailRef ref(SharedSessionContractImplementor session, EntityPersister persister, Object entity) {
        if (entity instanceof TrailSubject subject) {
            return subject.trailRef();
        }
        var type = entity.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var natural = naturalId(session, persister, entity);
        return TrailRef.of(type, natural, natural);
    }

    private static String naturalId(
            SharedSessionContractImplementor session, EntityPersister persister, Object entity) {
        var properties = persister.getNaturalIdentifierProperties();
        if (properties == null || properties.length == 0) {
            return String.valueOf(persister.getIdentifier(entity, session));
        }
        return String.valueOf(persister.getValue(entity, properties[0]));
    }

    /** The value as the trail shows it; another record by its name. */
    static @Nullable String of(SharedSessionContractImplementor session, @Nullable Object value) {
        if (value != null
                && session.getFactory().getMappingMetamodel().findEntityDescriptor(Hibernate.getClass(value)) != null) {
            var target = Hibernate.unproxy(value);
            var persister = session.getEntityPersister(null, target);
            return target instanceof TrailSubject subject
                    ? subject.trailRef().label()
                    : naturalId(session, persister, target);
        }
        return of(value);
    }

    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
        if (value instanceof Instant at) {
            // As the database keeps it: to the microsecond, rounded as its driver does.
            return at.plusNanos(500).truncatedTo(ChronoUnit.MICROS).toString();
        }
        return value == null ? null : value.toString();
    }

    static boolean isTrailed(Class<?> type) {
        return type.isAnnotationPresent(Audited.class);
    }

    /** Whether a change of that field leaves a row of its own. */
    static boolean isTrailed(Class<?> type, String field) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (var declared : c.getDeclaredFields()) {
                if (declared.getName().equals(field)) {
                    return !declared.isAnnotationPresent(NotAudited.class)
                            && !declared.isAnnotationPresent(NotInTrail.class);
                }
            }
        }
        return true;
    }
}
