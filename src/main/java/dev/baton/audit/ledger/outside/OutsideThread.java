package dev.baton.audit.ledger.outside;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether a checkpoint is due outside, and once more when the application stops. */
@Component
class OutsideThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideThread.class);
    private static final long RHYTHM_SECONDS = 5;
    private static final long LONGEST_STOP_SECONDS = 30;

    private final OutsideCheckpoints outside;
    private @Nullable Thread thread;
    private volatile CountDownLatch stop = new CountDownLatch(1);

    OutsideThread(OutsideCheckpoints outside) {
        this.outside = outside;
    }

    @Override
    public synchronized void start() {
        stop = new CountDownLatch(1);
        var runner = new Thread(this::run, "ledger-outside");
        runner.setDaemon(true);
        runner.start();
        thread = runner;
    }

    @Override
    public synchronized void stop() {
        if (thread == null) {
            return;
        }
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Before the sealer on the way up, thus after it on the way down: what it signed last still goes out. */
    @Override
    public int getPhase() {
        return -1;
    }

    private void run() {
        try {
            while (!stop.await(RHYTHM_SECONDS, TimeUnit.SECONDS)) {
                tell(false);
            }
            tell(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(boolean closing) throws InterruptedException {
        try {
            outside.tell(closing);
        } catch (RuntimeException e) {
            LOG.error("No checkpoint could be told outside; trying again", e);
        }
    }
}
