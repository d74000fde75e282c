package dev.baton.capture;

import dev.baton.Digests;
import dev.baton.Refusal.Fault;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.capture.CaptureEvent.DraftPrepared;
import dev.baton.capture.CaptureRefusals.ItemsRefused;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.ItemRows.Whose;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetReader;
import dev.baton.workbook.WorkbookStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which notes come in bulk from a workbook, wholly or not at all. They become drafts in capture tasks of
 * the experts named in them, who read, correct and sign them: nobody signs for anybody.
 */
@Service
@Transactional
public class ItemImport {

    private static final int MOST_FAULTS = 5_000;

    /** Columns of which a sentence says what they take. */
    private static final List<ItemColumn> EXPLAINED = List.of(
            ItemColumn.EXPERT,
            ItemColumn.THRESHOLD,
            ItemColumn.OBSERVED,
            ItemColumn.STRAIN,
            ItemColumn.CONFIDENCE,
            ItemColumn.TRIED);

    private final SheetReader reader;
    private final Transfers transfers;
    private final CaptureRequests requests;
    private final CaptureOpening opening;
    private final DraftStore drafts;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ItemImport(
            SheetReader reader,
            Transfers transfers,
            CaptureRequests requests,
            CaptureOpening opening,
            DraftStore drafts,
            AuditTrail trail,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.transfers = transfers;
        this.requests = requests;
        this.opening = opening;
        this.drafts = drafts;
        this.trail = trail;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param items how many notes
     * @param tasks how many tasks hold them
     */
    public record Imported(int items, int tasks) {}

    /**
     * Puts the rows into drafts; the lead of a started transfer only.
     *
     * @param file the workbook
     * @param fileName what the person calls it
     * @throws ItemsRefused with every fault; nothing is stored then
     */
    public Imported take(TransferId id, Path file, String fileName) {
        var transfer = transfers.require(id);
        if (!transfers.isLead(id)) {
            throw new NotTheLead(transfer.name());
        }
        if (!transfer.started()) {
            throw new OutOfSequence("capture.not-started");
        }
        var faults = new ArrayList<Fault>();
        var rows = new ItemRows(
                transfers.steps(id), transfers.members(id, Role.EXPERT), new ContentRules(clock.instant()), faults);
        rows.end(reader.read(file, rows::take));
        if (!faults.isEmpty()) {
            throw new ItemsRefused(faults.size() > MOST_FAULTS ? faults.subList(0, MOST_FAULTS) : faults);
        }
        int items = 0;
        for (var entry : rows.read().entrySet()) {
            prepare(entry.getKey(), entry.getValue());
            items += entry.getValue().size();
        }
        trail.record(
                "items-imported",
                new TrailRef("transfer", id.toString(), transfer.name(), id.value(), null, null),
                List.of(
                        FieldChange.set("file", fileName),
                        FieldChange.set("sha256", sha256(file)),
                        FieldChange.set("rows", String.valueOf(items))));
        return new Imported(items, rows.read().size());
    }

    /** Writes a workbook to fill in: the headings, the steps of the transfer with their experts, and the words to choose. */
    @Transactional(readOnly = true)
    public void template(TransferId id, OutputStream out) {
        var transfer = transfers.require(id);
        if (!transfers.isLead(id)) {
            throw new NotTheLead(transfer.name());
        }
        try (var writer = new WorkbookStream(out, transfer.name())) {
            writer.sheet(
                    "Items",
                    Arrays.stream(ItemColumn.values())
                            .map(column -> column.isRequired()
                                    ? SheetColumn.of(column.heading())
                                    : new SheetColumn(column.heading(), 24))
                            .toList());
            var steps = writer.sheet(
                    "Steps",
                    List.of(
                            SheetColumn.of("Step"),
                            new SheetColumn("Process step", 40),
                            new SheetColumn("Experts", 30)));
            for (var step : transfers.steps(id)) {
                steps.row(List.of(step.number(), step.name(), String.join(", ", step.experts())));
            }
            var words = writer.sheet("Words", List.of(SheetColumn.of("Column"), new SheetColumn("What it takes", 60)));
            words.row(List.of(
                    "Kind",
                    codes(Arrays.stream(ItemKind.values()).map(ItemKind::code).toList())));
            words.row(
                    List.of("Sense", codes(ContentRules.SENSES.stream().sorted().toList())));
            words.row(List.of(
                    "Outside range",
                    codes(Arrays.stream(OutsideRange.values())
                            .map(OutsideRange::code)
                            .toList())));
            for (var column : EXPLAINED) {
                words.row(List.of(column.heading(), word(column)));
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(Whose whose, List<ItemContent> contents) {
        var request = untouched(whose.step(), whose.expert());
        var capture = request == null ? opening.asked(whose.step(), whose.expert()) : request;
        var identified = contents.stream()
                .map(ContentRules::normal)
                .map(ContentRules::identified)
                .toList();
        var subject = capture.id().value();
        drafts.save(
                subject,
                capture.transferId().value(),
                whose.expert(),
                drafts.counter(subject),
                identified,
                capture.trailRef());
        events.publishEvent(new DraftPrepared(
                capture.transferId(),
                capture.id(),
                capture.stepId(),
                whose.expert(),
                Acting.current().username(),
                contents.size()));
    }

    /** An open request of that person about the step in which nothing has been written yet. */
    private @Nullable CaptureRequest untouched(StepView step, String expert) {
        return requests.findByExpertAndStateOrderByDueAt(expert, CaptureRequest.OPEN).stream()
                .filter(request -> request.stepId().equals(step.id()))
                .filter(request ->
                        drafts
                                .find(request.id().value())
                                .map(DraftStore.Note::items)
                                .orElse(Collections.emptyList())
                                .stream()
                                .allMatch(ContentRules::isBlank))
                .findFirst()
                .flatMap(request -> requests.findLocked(request.id().value()))
                .orElse(null);
    }

    private String word(ItemColumn column) {
        var key = "items-template." + column.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private static String codes(List<String> codes) {
        return String.join(", ", codes);
    }

    private static String sha256(Path file) {
        try {
            return Digests.hex(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
