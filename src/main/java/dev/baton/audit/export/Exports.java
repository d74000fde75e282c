package dev.baton.audit.export;

import dev.baton.Refusal;
import dev.baton.audit.TrailAccess;
import dev.baton.audit.TrailFilter;
import dev.baton.audit.export.ExportRefusals.ExportUnknown;
import dev.baton.audit.export.ExportRefusals.NoFile;
import dev.baton.audit.export.ExportRefusals.TooManyWaiting;
import dev.baton.identity.Acting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The door through which trails leave: at once, or as jobs that go on when nobody looks. */
@Service
public class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING_EACH = 5;
    private static final Duration BETWEEN_NOTES = Duration.ofMillis(500);

    private final TrailAccess access;
    private final Exporter exporter;
    private final ExportJobs jobs;
    private final ExportFolder folder;
    private final ExportSettings settings;
    private final Clock clock;
    private final TransactionTemplate beside;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();

    Exports(
            TrailAccess access,
            Exporter exporter,
            ExportJobs jobs,
            ExportFolder folder,
            ExportSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.exporter = exporter;
        this.jobs = jobs;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        workers.setCorePoolSize(AT_ONCE);
        workers.setMaxPoolSize(AT_ONCE);
        workers.setThreadNamePrefix("export-");
        workers.setDaemon(true);
        workers.initialize();
    }

    /** Takes the bytes of a finished export. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Begins to send.
         *
         * @param size of the file in bytes
         * @return where the bytes go
         */
        OutputStream receive(String fileName, ExportForm form, long size) throws IOException;
    }

    /**
     * Makes an export and hands it over at once; quality and auditors only. Nothing of it stays on disk, also when the
     * receiver breaks off.
     */
    public void now(UUID transfer, TrailFilter filter, ExportForm form, Receiver receiver) throws IOException {
        access.requireExport(transfer);
        var order = new ExportOrder(UUID.randomUUID(), transfer, filter, form);
        slots.acquireUninterruptibly();
        try {
            exporter.make(order, Progress.UNSEEN);
        } finally {
            slots.release();
        }
        try {
            send(order.id(), form.fileName(transfer), form, receiver);
        } finally {
            folder.discard(order.id());
        }
    }

    /** Asks for an export, which is made as soon as one of two places is free; quality and auditors only. */
    public UUID ask(UUID transfer, TrailFilter filter, ExportForm form) {
        access.requireExport(transfer);
        var actor = Acting.current();
        if (jobs.underWay(actor.username()) >= WAITING_EACH) {
            throw new TooManyWaiting(WAITING_EACH);
        }
        var order = new ExportOrder(UUID.randomUUID(), transfer, filter, form);
        jobs.add(order, actor.username(), folder.node(), clock.instant());
        workers.execute(() -> Acting.as(actor, () -> work(order)));
        return order.id();
    }

    /**
     * An export of the acting person.
     *
     * @throws ExportUnknown when there is none with this id, or it is another person's
     */
    public ExportView view(UUID id) {
        var export = jobs.find(id)
                .filter(found -> found.username().equals(Acting.current().username()))
                .orElseThrow(ExportUnknown::new);
        access.requireExport(export.transfer());
        return export;
    }

    /** The acting person's exports of a transfer that are under way, can be fetched, or failed lately. */
    public List<ExportView> recent(UUID transfer) {
        access.requireExport(transfer);
        return jobs.recent(transfer, Acting.current().username(), clock.instant());
    }

    /** Stops an export, or throws its file away when it is done. */
    public void cancel(UUID id) {
        view(id);
        for (var state : List.of("queued", "running", "done")) {
            if (jobs.move(id, state, "cancelled", null, null) && !state.equals("running")) {
                folder.discard(id);
            }
        }
    }

    /**
     * Hands over the file of an export that is done; it goes soon after it was fetched whole.
     *
     * @throws NoFile when it is not done, or its time is over
     */
    public void fetch(UUID id, Receiver receiver) throws IOException {
        var export = view(id);
        if (!export.state().equals("done")) {
            throw new NoFile(export.state());
        }
        if (!Files.exists(folder.file(id))) {
            throw new NoFile("gone");
        }
        send(id, export.fileName(), export.form(), receiver);
        jobs.expire(id, clock.instant().plus(settings.keptAfterFetch()));
    }

    private void send(UUID id, String name, ExportForm form, Receiver receiver) throws IOException {
        var file = folder.file(id);
        Files.copy(file, receiver.receive(name, form, Files.size(file)));
    }

    private UUID work(ExportOrder order) {
        slots.acquireUninterruptibly();
        try {
            if (jobs.move(order.id(), "queued", "running", null, null)) {
                make(order);
            }
        } finally {
            slots.release();
        }
        return order.id();
    }

    private void make(ExportOrder order) {
        var later = clock.instant().plus(settings.kept());
        try {
            exporter.make(order, new Watched(order.id()));
            if (!jobs.move(order.id(), "running", "done", null, clock.instant().plus(settings.kept()))) {
                folder.discard(order.id());
            }
        } catch (ExportRefusals.Cancelled e) {
            LOG.info("Export {} was cancelled", order.id());
        } catch (ExportRefusals.TooLongForPaper e) {
            jobs.move(order.id(), "running", "failed", "export.fault.too-long-for-paper", later);
        } catch (Refusal e) {
            jobs.move(order.id(), "running", "failed", "export.fault.refused", later);
        } catch (UncheckedIOException e) {
            LOG.error("Export {} could not be written", order.id(), e);
            jobs.move(order.id(), "running", "failed", "export.fault.disk", later);
        } catch (RuntimeException | Error e) {
            LOG.error("Export {} failed", order.id(), e);
            jobs.move(order.id(), "running", "failed", "export.fault.other", later);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void clearAfterRestart() {
        var now = clock.instant();
        jobs.interrupted(folder.node(), now.plus(settings.kept()));
        folder.keepOnly(jobs.fetchable(now));
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void clearExpired() {
        jobs.expired(clock.instant()).forEach(folder::discard);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        workers.shutdown();
    }

    /** Writes down how far an export is, twice a second, and stops it when that was asked for. */
    private final class Watched implements Progress {

        private final UUID id;
        private Instant noted = Instant.EPOCH;

        Watched(UUID id) {
            this.id = id;
        }

        @Override
        public void at(long rows, long of) {
            var now = clock.instant();
            if (rows == of || !now.isBefore(noted.plus(BETWEEN_NOTES))) {
                noted = now;
                if (!Boolean.TRUE.equals(beside.execute(status -> jobs.progress(id, rows, of)))) {
                    throw new ExportRefusals.Cancelled();
                }
            }
        }
    }
}
