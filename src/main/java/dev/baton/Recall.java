package dev.baton;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction has read with {@link ReadOnce} queries; another one inside it starts with nothing. */
final class Recall implements TransactionSynchronization {

    private static final Object KEY = new Object();

    /** Runs over many records are not to keep them all. */
    private static final int MOST = 500;

    private final Map<String, ConcurrentMapCache> read = new HashMap<>();

    private Recall() {}

    /** Forgets everything: from now on counts what others have committed. */
    static void forget() {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Recall recall) {
            recall.read.clear();
        }
    }

    /** Forgets the records of that kind. */
    static void forget(String kind) {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Recall recall) {
            recall.read.remove(kind);
        }
    }

    /** What is remembered of that kind, or null outside a transaction. */
    static @Nullable Cache of(String kind) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        var recall = (Recall) TransactionSynchronizationManager.getResource(KEY);
        if (recall == null) {
            recall = new Recall();
            TransactionSynchronizationManager.bindResource(KEY, recall);
            TransactionSynchronizationManager.registerSynchronization(recall);
        }
        var cache = recall.read.computeIfAbsent(kind, ConcurrentMapCache::new);
        if (cache.getNativeCache().size() >= MOST) {
            cache.clear();
        }
        return cache;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
}
