package dev.baton.transfer;

import static dev.baton.transfer.StepColumn.ATTRIBUTES;
import static dev.baton.transfer.StepColumn.CRITICAL;
import static dev.baton.transfer.StepColumn.EQUIPMENT;
import static dev.baton.transfer.StepColumn.EXPERTS;
import static dev.baton.transfer.StepColumn.HIGH;
import static dev.baton.transfer.StepColumn.INSTRUCTION;
import static dev.baton.transfer.StepColumn.LOW;
import static dev.baton.transfer.StepColumn.NAME;
import static dev.baton.transfer.StepColumn.PARAMETER;
import static dev.baton.transfer.StepColumn.SECTION;
import static dev.baton.transfer.StepColumn.SOP;
import static dev.baton.transfer.StepColumn.STEP;
import static dev.baton.transfer.StepColumn.UNIT;
import static dev.baton.transfer.StepColumn.UNIT_OPERATION;

import dev.baton.Refusal.Fault;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.workbook.SheetCell;
import dev.baton.workbook.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a process workbook into steps and gathers every fault on the way instead of stopping at the first. */
class StepSheet {

    private final Map<StepColumn, Integer> columns = new EnumMap<>(StepColumn.class);
    private final Map<String, ImportedStep> steps = new LinkedHashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Map<String, Optional<PersonView>> asked = new LinkedHashMap<>();
    private final Function<String, Optional<PersonView>> people;
    private final List<Fault> faults;
    private boolean begun;
    private boolean filled;

    StepSheet(Function<String, Optional<PersonView>> people, List<Fault> faults) {
        this.people = people;
        this.faults = faults;
    }

    List<ImportedStep> steps() {
        return List.copyOf(steps.values());
    }

    /** Takes the next row; the first one holds the headings. */
    void take(SheetRow row) {
        if (!begun) {
            begun = true;
            readHeadings(row);
            return;
        }
        filled = true;
        var cells = new StepCells(row, columns, faults);
        cells.checkTexts();
        readStep(cells);
    }

    /** Says so when there was nothing to read. */
    void end(String sheet) {
        if (!begun) {
            faults.add(Fault.of(sheet + "!A1", "transfer.sheet-empty"));
        } else if (!filled) {
            faults.add(Fault.of(sheet + "!A2", "transfer.no-steps"));
        }
    }

    private void readHeadings(SheetRow row) {
        for (SheetCell cell : row.cells()) {
            var column = StepColumn.headed(cell.text());
            if (column.isPresent() && columns.putIfAbsent(column.get(), cell.column()) != null) {
                faults.add(Fault.of(cell.address(), "transfer.column-twice", cell.text()));
            }
        }
        for (var column : StepColumn.values()) {
            if (!columns.containsKey(column)) {
                faults.add(Fault.of(row.where(0), "transfer.column-missing", column.heading()));
            }
        }
    }

    private void readStep(StepCells cells) {
        var number = cells.line(STEP);
        var known = number == null ? null : steps.get(number);
        if (known == null) {
            readFirst(cells, number);
        } else {
            readFurther(cells, known);
        }
    }

    private void readFirst(StepCells cells, @Nullable String number) {
        cells.checkRequired();
        var experts = experts(cells);
        var critical = cells.yesOrNo(CRITICAL);
        var parameter = parameter(cells, number);
        if (number == null) {
            return;
        }
        var step = new ImportedStep(
                cells.number(),
                number,
                Objects.requireNonNullElse(cells.line(UNIT_OPERATION), ""),
                Objects.requireNonNullElse(cells.line(NAME), ""),
                cells.line(SOP),
                cells.line(SECTION),
                Objects.requireNonNullElse(cells.exact(INSTRUCTION), ""),
                cells.exact(EQUIPMENT),
                Boolean.TRUE.equals(critical),
                experts,
                List.of());
        steps.put(number, parameter == null ? step : step.with(parameter));
    }

    private void readFurther(StepCells cells, ImportedStep known) {
        var name = cells.line(NAME);
        if (name == null) {
            cells.fault(NAME, "transfer.cell-blank", NAME.heading());
        } else if (!name.equals(known.name())) {
            cells.fault(NAME, "transfer.another-name", known.number(), known.name(), known.row(), name);
        }
        differs(cells, UNIT_OPERATION, cells.line(UNIT_OPERATION), known.unitOperation(), known);
        differs(cells, SOP, cells.line(SOP), known.sop(), known);
        differs(cells, SECTION, cells.line(SECTION), known.section(), known);
        differs(cells, INSTRUCTION, cells.exact(INSTRUCTION), known.officialInstruction(), known);
        differs(cells, EQUIPMENT, cells.exact(EQUIPMENT), known.equipment(), known);
        differs(cells, CRITICAL, cells.yesOrNo(CRITICAL), known.critical(), known);
        if (cells.has(EXPERTS)) {
            differs(cells, EXPERTS, new HashSet<>(experts(cells)), new HashSet<>(known.experts()), known);
        }
        if (!cells.has(PARAMETER)) {
            cells.fault(PARAMETER, "transfer.step-twice", known.number(), known.row());
        }
        var parameter = parameter(cells, known.number());
        if (parameter != null) {
            steps.put(known.number(), known.with(parameter));
        }
    }

    /** A further row may leave a cell empty, but not say something else than the first. */
    private static void differs(
            StepCells cells, StepColumn column, @Nullable Object now, @Nullable Object first, ImportedStep known) {
        if (now != null && !now.equals(first)) {
            cells.fault(column, "transfer.differs", column.heading(), known.number(), known.row());
        }
    }

    private List<String> experts(StepCells cells) {
        var experts = new ArrayList<String>();
        for (var username : cells.names(EXPERTS)) {
            var person = asked.computeIfAbsent(username, people);
            if (person.isEmpty()) {
                cells.fault(EXPERTS, "transfer.person-unknown", username);
            } else if (!person.get().is(Role.EXPERT)) {
                cells.fault(EXPERTS, "transfer.person-without-role", username, Role.EXPERT.code());
            }
            if (experts.contains(username)) {
                cells.fault(EXPERTS, "transfer.expert-twice", username);
            } else {
                experts.add(username);
            }
        }
        if (experts.isEmpty() && cells.has(EXPERTS)) {
            cells.fault(EXPERTS, "transfer.cell-blank", EXPERTS.heading());
        }
        return experts;
    }

    private StepView.@Nullable Parameter parameter(StepCells cells, @Nullable String step) {
        var name = cells.line(PARAMETER);
        var low = cells.limit(LOW);
        var high = cells.limit(HIGH);
        if (low != null && high != null && low.compareTo(high) > 0) {
            cells.fault(LOW, "transfer.low-above-high", low.toPlainString(), high.toPlainString());
        }
        if (name == null) {
            if (cells.has(LOW) || cells.has(HIGH) || cells.has(UNIT)) {
                cells.fault(PARAMETER, "transfer.parameter-missing");
            }
            return null;
        }
        if (step != null && !parameters.add(step + "\n" + name.toLowerCase(Locale.ROOT))) {
            cells.fault(PARAMETER, "transfer.parameter-twice", name, step);
        }
        var attributes = cells.exact(ATTRIBUTES);
        return new StepView.Parameter(name, cells.line(UNIT), low, high, attributes == null ? "" : attributes);
    }
}
