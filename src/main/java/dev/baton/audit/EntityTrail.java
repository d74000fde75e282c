package dev.baton.audit;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leaves a trail row for every audited attribute of every {@link Audited} entity that is created, changed or deleted,
 * so that no door can forget one. What Envers is told not to audit stays out here too.
 */
@Component
class EntityTrail
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PreCollectionUpdateEventListener {

    private static final long serialVersionUID = 1L;

    private final transient EntityManagerFactory factory;
    private final transient TrailWriter writer;

    EntityTrail(EntityManagerFactory factory, TrailWriter writer) {
        this.factory = factory;
        this.writer = writer;
    }

    @PostConstruct
    void register() {
        var registry = factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(EventListenerRegistry.class);
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.PRE_COLLECTION_UPDATE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        var act = event.getEntity() instanceof TrailSubject subject ? subject.trailedAs() : "created";
        changes(event.getSession(), event.getPersister(), event.getEntity(), act, null, event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        changes(
                event.getSession(),
                event.getPersister(),
                event.getEntity(),
                "changed",
                event.getOldState(),
                event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        changes(event.getSession(), event.getPersister(), event.getEntity(), "deleted", event.getDeletedState(), null);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        var owner = event.getAffectedOwnerOrNull();
        var collection = event.getCollection();
        if (owner == null || !isAudited(owner.getClass())) {
            return;
        }
        var role = Objects.requireNonNull(collection.getRole());
        var field = role.substring(role.lastIndexOf('.') + 1);
        if (!isAudited(owner.getClass(), field)) {
            return;
        }
        var change = new FieldChange(field, text(stored(collection)), text(collection.getValue()), null);
        if (!Objects.equals(change.oldValue(), change.newValue())) {
            var persister = event.getSession().getEntityPersister(event.getAffectedOwnerEntityName(), owner);
            writer.add(event.getSession(), "changed", ref(event.getSession(), persister, owner), List.of(change));
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void changes(
            EventSource session,
            EntityPersister persister,
            Object entity,
            String act,
            Object @Nullable [] before,
            Object @Nullable [] after) {
        if (!isAudited(entity.getClass())) {
            return;
        }
        var names = persister.getPropertyNames();
        var changes = new ArrayList<FieldChange>();
        for (int i = 0; i < names.length; i++) {
            if (i == persister.getVersionProperty() || !isAudited(entity.getClass(), names[i])) {
                continue;
            }
            if (persister.getPropertyTypes()[i].isCollectionType() && before != null && after != null) {
                continue;
            }
            var old = before == null ? null : text(session, before[i]);
            var now = after == null ? null : text(session, after[i]);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(names[i], old, now, unit(entity, names[i])));
            }
        }
        if (!changes.isEmpty()) {
            writer.add(session, act, ref(session, persister, entity), changes);
        }
    }

    private static @Nullable String unit(Object entity, String field) {
        return entity instanceof TrailUnits units ? units.trailUnit(field) : null;
    }

    private static TrailRef ref(EventSource session, EntityPersister persister, Object entity) {
        if (entity instanceof TrailSubject subject) {
            return subject.trailRef();
        }
        var type = entity.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var natural = naturalId(session, persister, entity);
        return TrailRef.of(type, natural, natural);
    }

    private static String naturalId(EventSource session, EntityPersister persister, Object entity) {
        var properties = persister.getNaturalIdentifierProperties();
        if (properties == null || properties.length == 0) {
            return String.valueOf(persister.getIdentifier(entity, session));
        }
        return String.valueOf(persister.getValue(entity, properties[0]));
    }

    private static @Nullable Object stored(PersistentCollection<?> collection) {
        Serializable snapshot = collection.getStoredSnapshot();
        return snapshot instanceof Map<?, ?> map ? map.values() : snapshot;
    }

    private @Nullable String text(EventSource session, @Nullable Object value) {
        if (value != null
                && factory.unwrap(SessionFactoryImplementor.class)
                                .getMappingMetamodel()
                                .findEntityDescriptor(Hibernate.getClass(value))
                        != null) {
            var target = Hibernate.unproxy(value);
            var persister = session.getEntityPersister(null, target);
            return target instanceof TrailSubject subject
                    ? subject.trailRef().label()
                    : naturalId(session, persister, target);
        }
        return text(value);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }

    private static boolean isAudited(Class<?> type) {
        return type.isAnnotationPresent(Audited.class);
    }

    private static boolean isAudited(Class<?> type, String field) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (var declared : c.getDeclaredFields()) {
                if (declared.getName().equals(field)) {
                    return !declared.isAnnotationPresent(NotAudited.class);
                }
            }
        }
        return true;
    }
}
