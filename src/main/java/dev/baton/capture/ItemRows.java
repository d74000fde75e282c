package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.transfer.StepView;
import dev.baton.workbook.SheetCell;
import dev.baton.workbook.SheetRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a workbook of items and gathers every fault on the way instead of stopping at the first. */
class ItemRows {

    private final Map<ItemColumn, Integer> columns = new EnumMap<>(ItemColumn.class);
    private final Map<String, StepView> steps = new LinkedHashMap<>();
    private final Map<Whose, List<ItemContent>> read = new LinkedHashMap<>();
    private final Collection<String> experts;
    private final ContentRules rules;
    private final List<Fault> faults;
    private boolean begun;
    private boolean filled;

    /**
     * Rows of a transfer.
     *
     * @param experts user names of the transfer's experts
     */
    ItemRows(List<StepView> steps, Collection<String> experts, ContentRules rules, List<Fault> faults) {
        steps.forEach(step -> this.steps.put(step.number(), step));
        this.experts = experts;
        this.rules = rules;
        this.faults = faults;
    }

    /** Whose draft a row belongs to. */
    record Whose(StepView step, String expert) {}

    /** The items that were read, by step and expert, in the order of the sheet. */
    Map<Whose, List<ItemContent>> read() {
        return read;
    }

    /** Takes the next row; the first one holds the headings. */
    void take(SheetRow row) {
        if (begun) {
            filled = true;
            readItem(row);
        } else {
            begun = true;
            readHeadings(row);
        }
    }

    /** Says so when there was nothing to read. */
    void end(String sheet) {
        if (!begun) {
            faults.add(Fault.of(sheet + "!A1", "transfer.sheet-empty"));
        } else if (!filled) {
            faults.add(Fault.of(sheet + "!A2", "items-import.no-rows"));
        }
    }

    private void readHeadings(SheetRow row) {
        for (SheetCell cell : row.cells()) {
            var column = ItemColumn.headed(cell.text());
            if (column.isPresent() && columns.putIfAbsent(column.get(), cell.column()) != null) {
                faults.add(Fault.of(cell.address(), "transfer.column-twice", cell.text()));
            }
        }
        for (var column : ItemColumn.values()) {
            if (column.isRequired() && !columns.containsKey(column)) {
                faults.add(Fault.of(row.where(0), "transfer.column-missing", column.heading()));
            }
        }
    }

    private void readItem(SheetRow row) {
        for (var column : ItemColumn.values()) {
            if (column.isRequired() && columns.containsKey(column) && text(row, column) == null) {
                fault(row, column, "transfer.cell-blank", column.heading());
            }
        }
        var step = step(row);
        var expert = expert(row);
        var content = content(row);
        for (var fault : rules.inDraft(List.of(content), Set.of(), List.of())) {
            var column = ItemColumn.ofField(fault.where().replaceFirst("^items\\[0]\\.", ""));
            faults.add(new Fault(where(row, column), fault.messageKey(), fault.args()));
        }
        if (step == null || expert == null) {
            return;
        }
        var draft = read.computeIfAbsent(new Whose(step, expert), any -> new ArrayList<>());
        if (draft.size() == ContentRules.MOST_ITEMS) {
            fault(row, ItemColumn.EXPERT, "items-import.too-many", expert, step.number(), ContentRules.MOST_ITEMS);
        } else {
            draft.add(content);
        }
    }

    private @Nullable StepView step(SheetRow row) {
        var number = text(row, ItemColumn.STEP);
        var step = number == null ? null : steps.get(number);
        if (number != null && step == null) {
            fault(row, ItemColumn.STEP, "items-import.step-unknown", number);
        }
        return step;
    }

    private @Nullable String expert(SheetRow row) {
        var username = text(row, ItemColumn.EXPERT);
        if (username != null && !experts.contains(username)) {
            fault(row, ItemColumn.EXPERT, "capture.pass-on-not-an-expert", username);
            return null;
        }
        return username;
    }

    private ItemContent content(SheetRow row) {
        var threshold = new Threshold(
                text(row, ItemColumn.THRESHOLD), text(row, ItemColumn.UNIT), text(row, ItemColumn.ESTIMATED_BY));
        var value = threshold.value();
        if (value != null && !ContentRules.isNumber(value)) {
            fault(row, ItemColumn.THRESHOLD, "capture.not-a-number");
        }
        return new ItemContent(
                        null,
                        text(row, ItemColumn.TITLE),
                        code(text(row, ItemColumn.KIND)),
                        exact(row, ItemColumn.WHAT_IS_DONE),
                        exact(row, ItemColumn.WHY),
                        exact(row, ItemColumn.CUE),
                        exact(row, ItemColumn.CONSEQUENCE),
                        observed(row),
                        text(row, ItemColumn.SHIFT),
                        text(row, ItemColumn.BATCHES),
                        code(text(row, ItemColumn.SENSE)),
                        threshold,
                        yesOrNo(row),
                        confidence(row),
                        text(row, ItemColumn.ALSO_KNOWN),
                        code(text(row, ItemColumn.OUTSIDE)),
                        null,
                        List.of())
                .failed(new Failure(
                        exact(row, ItemColumn.TRIED),
                        exact(row, ItemColumn.HAPPENED),
                        exact(row, ItemColumn.BECAUSE),
                        text(row, ItemColumn.SINCE)));
    }

    private @Nullable Instant observed(SheetRow row) {
        var text = text(row, ItemColumn.OBSERVED);
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            fault(row, ItemColumn.OBSERVED, "transfer.not-a-date");
            return null;
        }
    }

    private @Nullable Boolean yesOrNo(SheetRow row) {
        var text = text(row, ItemColumn.STRAIN);
        if (text == null || text.equalsIgnoreCase("Y") || text.equalsIgnoreCase("N")) {
            return text == null ? null : text.equalsIgnoreCase("Y");
        }
        fault(row, ItemColumn.STRAIN, "transfer.not-yes-or-no", text);
        return null;
    }

    private @Nullable Integer confidence(SheetRow row) {
        var text = text(row, ItemColumn.CONFIDENCE);
        if (text == null) {
            return null;
        }
        if (text.matches("[0-9]{1,3}")) {
            return Integer.valueOf(text);
        }
        fault(row, ItemColumn.CONFIDENCE, "capture.confidence");
        return null;
    }

    /** A code, however somebody writes it in a cell: "Sensory cue" is {@code sensory-cue}. */
    private static @Nullable String code(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    private @Nullable String text(SheetRow row, ItemColumn column) {
        var exact = exact(row, column);
        return exact == null ? null : exact.strip();
    }

    private @Nullable String exact(SheetRow row, ItemColumn column) {
        var at = columns.get(column);
        return at == null ? null : row.cell(at).map(SheetCell::text).orElse(null);
    }

    private String where(SheetRow row, ItemColumn column) {
        return row.where(columns.getOrDefault(column, 0));
    }

    private void fault(SheetRow row, ItemColumn column, String messageKey, Object... args) {
        faults.add(Fault.of(where(row, column), messageKey, args));
    }
}
