package dev.baton.bench;

import com.sun.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The most that lived on the heap while something ran, above what lived there before; found by collecting all the time.
 * Counted is what the collector itself found alive while everything stood still: read a moment later, the heap holds
 * what was made and dropped since, and on a busy machine a moment is long.
 */
final class Heap {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    /** A short run is looked at again and again, or it would show less of its peak than a long one. */
    private static final int FEWEST_LOOKS = 100;

    private static final GarbageCollectorMXBean WHOLE = whole();

    private Heap() {}

    /** In megabytes. */
    static double peak(Comparison.Arm arm) throws Exception {
        long before = live();
        var highest = new AtomicLong(before);
        var looks = new AtomicLong();
        var watch = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                highest.accumulateAndGet(live(), Math::max);
                looks.incrementAndGet();
                try {
                    Thread.sleep(BETWEEN_LOOKS_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
        try {
            do {
                arm.run();
            } while (looks.get() < FEWEST_LOOKS);
        } finally {
            watch.interrupt();
            watch.join();
        }
        return (highest.get() - before) / 1e6;
    }

    /** Alive at the end of a collection of the whole heap. */
    private static long live() {
        System.gc();
        return onHeap(WHOLE.getLastGcInfo().getMemoryUsageAfterGc());
    }

    /** The collector of the whole heap: the one that has just worked when that was asked for. */
    private static GarbageCollectorMXBean whole() {
        System.gc();
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .filter(collector -> collector.getLastGcInfo() != null)
                .max(Comparator.comparingLong(
                        collector -> collector.getLastGcInfo().getEndTime()))
                .orElseThrow();
    }

    private static long onHeap(Map<String, MemoryUsage> pools) {
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .collect(Collectors.toSet());
        return pools.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
