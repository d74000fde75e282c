package dev.baton.transfer;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.workbook.SheetCell;
import dev.baton.workbook.SheetRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a process workbook, read by column; what is wrong with a cell goes to the list of faults. */
class StepCells {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    private final SheetRow row;
    private final Map<StepColumn, Integer> columns;
    private final List<Fault> faults;

    StepCells(SheetRow row, Map<StepColumn, Integer> columns, List<Fault> faults) {
        this.row = row;
        this.columns = columns;
        this.faults = faults;
    }

    int number() {
        return row.number();
    }

    String where(StepColumn column) {
        return row.where(columns.getOrDefault(column, 0));
    }

    void fault(StepColumn column, String messageKey, Object... args) {
        faults.add(Fault.of(where(column), messageKey, args));
    }

    boolean has(StepColumn column) {
        return cell(column).isPresent();
    }

    private Optional<SheetCell> cell(StepColumn column) {
        var at = columns.get(column);
        return at == null ? Optional.empty() : row.cell(at);
    }

    /** The text of a line without blanks around it, or null when the cell is empty. */
    @Nullable
    String line(StepColumn column) {
        return cell(column).map(cell -> cell.text().strip()).orElse(null);
    }

    /** The text exactly as it stands, or null when the cell is empty. */
    @Nullable
    String exact(StepColumn column) {
        return cell(column).map(SheetCell::text).orElse(null);
    }

    List<String> names(StepColumn column) {
        var text = line(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** The number of a number cell or of a text that reads as one, with a point; null when empty or no number. */
    @Nullable
    BigDecimal limit(StepColumn column) {
        var cell = cell(column).orElse(null);
        if (cell == null) {
            return null;
        }
        if (cell.number() != null) {
            return cell.number();
        }
        var text = cell.text().strip();
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        fault(column, "transfer.not-a-number", column.heading(), text);
        return null;
    }

    /** Whether the step is critical; null when the cell is empty or neither Y nor N. */
    @Nullable
    Boolean yesOrNo(StepColumn column) {
        var text = line(column);
        if (text == null) {
            return null;
        }
        if (text.equalsIgnoreCase("Y")) {
            return true;
        }
        if (text.equalsIgnoreCase("N")) {
            return false;
        }
        fault(column, "transfer.not-yes-or-no", text);
        return null;
    }

    /** Finds what no cell may hold: too long a text, characters that cannot be kept. */
    void checkTexts() {
        for (var column : columns.keySet()) {
            var limit = column == StepColumn.INSTRUCTION || column == StepColumn.EQUIPMENT
                    ? Texts.LONGEST_ANSWER
                    : Texts.LONGEST_LINE;
            Texts.check(where(column), exact(column), limit, faults);
        }
    }

    void checkRequired() {
        for (var column : StepColumn.values()) {
            if (column.isRequired() && columns.containsKey(column) && !has(column)) {
                fault(column, "transfer.cell-blank", column.heading());
            }
        }
    }
}
