package dev.baton.audit;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
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
        if (owner == null || !TrailText.isTrailed(owner.getClass())) {
            return;
        }
        var role = Objects.requireNonNull(collection.getRole());
        var field = role.substring(role.lastIndexOf('.') + 1);
        if (!TrailText.isTrailed(owner.getClass(), field)) {
            return;
        }
        var change =
                new FieldChange(field, TrailText.of(stored(collection)), TrailText.of(collection.getValue()), null);
        if (!Objects.equals(change.oldValue(), change.newValue())) {
            var persister = event.getSession().getEntityPersister(event.getAffectedOwnerEntityName(), owner);
            writer.add(
                    event.getSession(),
                    "changed",
                    TrailText.ref(event.getSession(), persister, owner),
                    List.of(change));
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
        if (!TrailText.isTrailed(entity.getClass())) {
            return;
        }
        var names = persister.getPropertyNames();
        var changes = new ArrayList<FieldChange>();
        for (int i = 0; i < names.length; i++) {
            if (i == persister.getVersionProperty() || !TrailText.isTrailed(entity.getClass(), names[i])) {
                continue;
            }
            if (persister.getPropertyTypes()[i].isCollectionType() && before != null && after != null) {
                continue;
            }
            var old = before == null ? null : TrailText.of(session, before[i]);
            var now = after == null ? null : TrailText.of(session, after[i]);
            if (!Objects.equals(old, now)) {
                changes.add(new FieldChange(names[i], old, now, unit(entity, names[i])));
            }
        }
        if (!changes.isEmpty()) {
            writer.add(session, act, TrailText.ref(session, persister, entity), changes);
        }
    }

    private static @Nullable String unit(Object entity, String field) {
        return entity instanceof TrailUnits units ? units.trailUnit(field) : null;
    }

    private static @Nullable Object stored(PersistentCollection<?> collection) {
        Serializable snapshot = collection.getStoredSnapshot();
        return snapshot instanceof Map<?, ?> map ? map.values() : snapshot;
    }
}
