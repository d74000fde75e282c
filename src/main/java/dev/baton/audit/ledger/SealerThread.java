package dev.baton.audit.ledger;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets the sealer run every second, sooner when somebody waits, and once more when the application stops. */
@Component
class SealerThread implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealerThread.class);
    private static final long LONGEST_STOP_MILLIS = 20_000;

    private final Sealer sealer;
    private final LedgerKeys keys;
    private final LedgerSettings settings;
    private final Semaphore wanted = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    SealerThread(Sealer sealer, LedgerKeys keys, LedgerSettings settings) {
        this.sealer = sealer;
        this.keys = keys;
        this.settings = settings;
    }

    /** Somebody waits for a checkpoint. */
    void wake() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    @Override
    public void start() {
        keys.open();
        stopping = false;
        var runner = new Thread(this::run, "ledger-sealer");
        runner.setDaemon(true);
        thread = runner;
        runner.start();
    }

    @Override
    public void stop() {
        var runner = thread;
        if (runner == null) {
            return;
        }
        stopping = true;
        wake();
        try {
            runner.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the web server on the way down, which has the highest phases, so that the last acts are sealed too. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        var lastFault = "";
        while (true) {
            var last = stopping;
            try {
                sealer.seal();
                lastFault = "";
            } catch (SQLException | DataAccessException | LedgerBroken e) {
                // The same fault every second would drown the log.
                if (!lastFault.equals(String.valueOf(e.getMessage()))) {
                    LOG.error("The ledger could not be sealed; trying again", e);
                    lastFault = String.valueOf(e.getMessage());
                }
            } catch (RuntimeException | OutOfMemoryError e) {
                // Without this thread nothing is sealed any more, and nobody would be told.
                LOG.error("The ledger could not be sealed; trying again", e);
            }
            if (last) {
                return;
            }
            try {
                if (wanted.tryAcquire(settings.every().toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
