package dev.baton.bench;

/** The most that lived on the heap while something ran, above what lived there before; found by collecting all the time. */
final class Heap {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private Heap() {}

    /** In megabytes. */
    static double peak(Comparison.Arm arm) throws Exception {
        long before = live();
        var highest = new long[] {before};
        var watch = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                highest[0] = Math.max(highest[0], live());
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
            arm.run();
        } finally {
            watch.interrupt();
            watch.join();
        }
        return (highest[0] - before) / 1e6;
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
