package dev.baton;

import jakarta.annotation.PostConstruct;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;
import org.hibernate.event.spi.MergeEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.cache.Cache;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheOperationInvocationContext;
import org.springframework.cache.interceptor.CacheResolver;
import org.springframework.cache.interceptor.KeyGenerator;
import org.springframework.cache.support.NoOpCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/** Makes {@link ReadOnce} work, by Spring's caching with a memory of one transaction, and forgets at the right time. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class RecallConfiguration implements CachingConfigurer {

    private static final String LOCK = "update";

    @Override
    public CacheResolver cacheResolver() {
        return RecallConfiguration::memory;
    }

    @Override
    public KeyGenerator keyGenerator() {
        return (target, method, arguments) -> List.of(method.getName(), List.of(arguments));
    }

    private static Collection<? extends Cache> memory(CacheOperationInvocationContext<?> call) {
        var record = ResolvableType.forClass(call.getMethod().getDeclaringClass())
                .as(Repository.class)
                .getGeneric(0)
                .toClass();
        var memory = Recall.of(record.getSimpleName());
        return List.of(memory == null ? new NoOpCache(record.getSimpleName()) : memory);
    }

    /** Whoever waited for a lock reads what the others have done meanwhile. */
    @Bean
    HibernatePropertiesCustomizer forgettingAtLocks() {
        StatementInspector inspector = sql -> {
            if (sql.endsWith(LOCK)) {
                Recall.forget();
            }
            return sql;
        };
        return properties -> properties.putAll(Map.of("hibernate.session_factory.statement_inspector", inspector));
    }

    /** Forgets the records of a kind when one is added or deleted. */
    @Component
    static class Changes implements PersistEventListener, MergeEventListener, DeleteEventListener {

        private static final long serialVersionUID = 1L;

        private final transient EntityManagerFactory factory;

        Changes(EntityManagerFactory factory) {
            this.factory = factory;
        }

        @PostConstruct
        void register() {
            var registry = factory.unwrap(SessionFactoryImplementor.class)
                    .getServiceRegistry()
                    .requireService(EventListenerRegistry.class);
            registry.appendListeners(EventType.PERSIST, this);
            registry.appendListeners(EventType.MERGE, this);
            registry.appendListeners(EventType.DELETE, this);
        }

        @Override
        public void onPersist(PersistEvent event) {
            forget(event.getObject());
        }

        @Override
        public void onPersist(PersistEvent event, PersistContext created) {
            forget(event.getObject());
        }

        @Override
        public void onMerge(MergeEvent event) {
            forget(event.getOriginal());
        }

        @Override
        public void onMerge(MergeEvent event, MergeContext copied) {
            forget(event.getOriginal());
        }

        @Override
        public void onDelete(DeleteEvent event) {
            forget(event.getObject());
        }

        @Override
        public void onDelete(DeleteEvent event, DeleteContext transients) {
            forget(event.getObject());
        }

        private static void forget(Object record) {
            Recall.forget(record.getClass().getSimpleName());
        }
    }
}
