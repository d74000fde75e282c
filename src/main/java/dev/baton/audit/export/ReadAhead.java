package dev.baton.audit.export;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the database on a thread of its own while the calling thread works on what was read before; a few rows ahead,
 * so that what is in memory does not grow with their number. The thread has ended when the call returns or throws.
 */
final class ReadAhead<T> {

    private static final int ROWS_AT_ONCE = 100;
    private static final int MOST_WAITING = 4;

    private final BlockingQueue<List<T>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Source<T> source;
    private volatile boolean stopped;

    private ReadAhead(Source<T> source) {
        this.source = source;
    }

    /** Where rows come from; is asked by one thread at a time. */
    @FunctionalInterface
    interface Source<T> {

        /** The next row, or null after the last. */
        @Nullable
        T next() throws SQLException;
    }

    /**
     * Hands over all rows in their order, on the calling thread.
     *
     * @throws SQLException when they cannot be read
     */
    static <T> void each(Source<T> source, Consumer<? super T> rows) throws SQLException {
        new ReadAhead<>(source).run(rows);
    }

    private void run(Consumer<? super T> rows) throws SQLException {
        var reading = new FutureTask<>(this::read);
        var reader = new Thread(reading, Thread.currentThread().getName() + "-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            for (var some = waiting.take(); !some.isEmpty(); some = waiting.take()) {
                some.forEach(rows);
            }
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while rows were read", e);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            end(reader);
        }
    }

    /** Puts rows in, and nothing at the end, however that comes about. */
    private boolean read() throws SQLException, InterruptedException {
        try {
            for (var some = some(); !some.isEmpty() && !stopped; some = some()) {
                waiting.put(some);
            }
            return true;
        } finally {
            waiting.put(List.of());
        }
    }

    private List<T> some() throws SQLException {
        var rows = new ArrayList<T>(ROWS_AT_ONCE);
        while (rows.size() < ROWS_AT_ONCE) {
            var row = source.next();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        return rows;
    }

    /** There is room for what the reader may still put in, so it need not be interrupted within the driver. */
    private void end(Thread reader) {
        stopped = true;
        waiting.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static SQLException failed(@Nullable Throwable cause) {
        if (cause instanceof SQLException refused) {
            return refused;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }
}
