package dev.baton.audit.export;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.audit.export.SealedTrail.Range;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** An export being made: what a form's writer can ask for. */
class ExportRun {

    private static final int ROWS_BETWEEN_LOOKS = 500;

    private final ExportOrder order;
    private final ExportHead head;
    private final Map<String, String> facts;
    private final Range range;
    private final SealedTrail sealed;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Progress progress;
    private final @Nullable String mark;

    /** The two sorts of transactions an export needs. */
    record Transactions(TransactionTemplate own, TransactionTemplate snapshot) {}

    ExportRun(
            ExportOrder order,
            ExportHead head,
            Map<String, String> facts,
            Range range,
            SealedTrail sealed,
            AuditTrail trail,
            Transactions transactions,
            Progress progress,
            @Nullable String mark) {
        this.order = order;
        this.head = head;
        this.facts = facts;
        this.range = range;
        this.sealed = sealed;
        this.trail = trail;
        this.transactions = transactions;
        this.progress = progress;
        this.mark = mark;
    }

    ExportOrder order() {
        return order;
    }

    ExportHead head() {
        return head;
    }

    /** What heads the workbook: names and values of the transfer. */
    Map<String, String> facts() {
        return facts;
    }

    /** The last leaf that belongs to the export. */
    long last() {
        return range.last();
    }

    Notary notary() {
        return sealed;
    }

    /** Reads as of one moment. */
    <T> T reading(Supplier<T> work) {
        return java.util.Objects.requireNonNull(transactions.snapshot().execute(status -> work.get()));
    }

    /** How many entries there are; inside {@link #reading}. */
    long count() {
        return sealed.count(range);
    }

    /** Hands over the entries, telling how far it is; inside {@link #reading}. */
    void entries(long count, Consumer<SealedEntry> entries) {
        var seen = new long[1];
        progress.at(0, count);
        sealed.entries(range, entry -> {
            entries.accept(entry);
            if (++seen[0] % ROWS_BETWEEN_LOOKS == 0) {
                progress.at(seen[0], count);
            }
        });
        progress.at(seen[0], count);
    }

    /** The same export going on up to the last entry it made itself, seen by somebody else and marked on every page. */
    ExportRun upToNow(Progress seen, @Nullable String mark) {
        return upTo(sealed.sealed(order.id(), "exported").index(), seen, mark);
    }

    /** The same export up to that leaf. */
    ExportRun upTo(long last, Progress seen, @Nullable String mark) {
        return new ExportRun(
                order,
                head,
                facts,
                new Range(range.transfer(), range.people(), range.filter(), range.withheld(), last),
                sealed,
                trail,
                transactions,
                seen,
                mark);
    }

    /** The same export seen by somebody else. */
    ExportRun seenBy(Progress seen) {
        return upTo(range.last(), seen, null);
    }

    /** What stands on every page, or null for nothing. */
    @Nullable
    String mark() {
        return mark;
    }

    /** Is told how far it is. */
    Progress progress() {
        return progress;
    }

    /** Enters in the trail what was taken out, and waits until that is sealed. */
    SealedEntry exported(String field, String value) {
        note("exported", List.of(FieldChange.set(field, value)));
        return sealed.sealed(order.id(), "exported");
    }

    private void note(String act, List<FieldChange> changes) {
        transactions.own().executeWithoutResult(status -> trail.record(act, ref(order, facts), changes));
    }

    static TrailRef ref(ExportOrder order, Map<String, String> facts) {
        var name = facts.values().stream().findFirst().orElse(order.transfer().toString());
        return new TrailRef("export", order.id().toString(), name, order.transfer(), null, null);
    }
}
