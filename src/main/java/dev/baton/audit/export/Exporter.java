package dev.baton.audit.export;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailAccess;
import dev.baton.audit.export.ExportRun.Transactions;
import dev.baton.audit.export.SealedTrail.Range;
import dev.baton.identity.Acting;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an export: the entry that it began, the content as of one moment, and the entry of what was taken out. */
@Component
class Exporter {

    private static final int BUFFER = 1 << 16;

    private final TrailAccess access;
    private final AuditTrail trail;
    private final SealedTrail sealed;
    private final ExportFolder folder;
    private final Map<ExportForm, FormWriter> writers;
    private final Clock clock;
    private final Transactions transactions;

    Exporter(
            TrailAccess access,
            AuditTrail trail,
            SealedTrail sealed,
            ExportFolder folder,
            List<FormWriter> writers,
            Clock clock,
            PlatformTransactionManager manager) {
        this.access = access;
        this.trail = trail;
        this.sealed = sealed;
        this.folder = folder;
        this.writers = writers.stream().collect(Collectors.toUnmodifiableMap(FormWriter::form, writer -> writer));
        this.clock = clock;
        var snapshot = new TransactionTemplate(manager);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.transactions = new Transactions(new TransactionTemplate(manager), snapshot);
    }

    /**
     * Makes the file of the export; when that fails, nothing is left of it.
     *
     * @throws dev.baton.Refusal when the acting person may not export, or it was cancelled
     * @throws UncheckedIOException when the file cannot be written
     */
    void make(ExportOrder order, Progress progress) {
        var language = LocaleContextHolder.getLocaleContext();
        // Evidence reads the same whoever asks for it.
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            write(order, progress);
        } finally {
            LocaleContextHolder.setLocaleContext(language);
        }
    }

    private void write(ExportOrder order, Progress progress) {
        access.requireExport(order.transfer());
        var finished = false;
        try {
            var run = begin(order, progress);
            try (var out = new BufferedOutputStream(folder.begin(order.id()), BUFFER)) {
                java.util.Objects.requireNonNull(writers.get(order.form())).write(run, out);
            }
            finished = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!finished) {
                folder.discard(order.id());
            }
        }
    }

    private ExportRun begin(ExportOrder order, Progress progress) {
        var transfer = order.transfer();
        var facts = transactions.own().execute(status -> {
            var known = access.facts(transfer);
            trail.record(
                    "export-begun",
                    ExportRun.ref(order, known),
                    List.of(
                            FieldChange.set("filter", order.describedFilter()),
                            FieldChange.set("form", order.form().code())));
            return known;
        });
        var begun = sealed.sealed(order.id(), "export-begun");
        var head = new ExportHead(
                order.id(),
                sealed.ledger(),
                transfer,
                order.filters(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Acting.current().username());
        var range =
                new Range(transfer, access.people(transfer), order.filter(), access.withheld(transfer), begun.index());
        return new ExportRun(
                order,
                head,
                java.util.Objects.requireNonNull(facts),
                range,
                sealed,
                trail,
                transactions,
                progress,
                null);
    }
}
