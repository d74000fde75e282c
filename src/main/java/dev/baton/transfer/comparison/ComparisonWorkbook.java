package dev.baton.transfer.comparison;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.ComparedAspect.Said;
import dev.baton.transfer.comparison.ComparisonRefusals.ComparisonRefused;
import dev.baton.workbook.SheetColumn;
import dev.baton.workbook.SheetReader;
import dev.baton.workbook.SheetRow;
import dev.baton.workbook.WorkbookStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The comparison as a workbook: a row for each aspect of each step, out and in by the same columns. */
@Service
@Transactional
public class ComparisonWorkbook {

    private static final int MOST_FAULTS = 500;
    private static final int WIDE = 48;

    private enum Column {
        STEP("Step", 10),
        NAME("Process step", 32),
        ASPECT("Aspect", 14),
        SENDING("Sending unit", WIDE),
        RECEIVING("Receiving unit", WIDE),
        GAP("Gap", 10),
        ACTION("Action", WIDE),
        OWNER("Owner", 16),
        DUE("Due", 14);

        private final String heading;
        private final int width;

        Column(String heading, int width) {
            this.heading = heading;
            this.width = width;
        }

        static Optional<Column> headed(String heading) {
            var same = heading.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(column -> column.heading.toLowerCase(Locale.ROOT).equals(same))
                    .findFirst();
        }
    }

    private record Read(StepView step, Aspect aspect, Said said) {}

    private final Comparisons comparisons;
    private final Transfers transfers;
    private final SheetReader reader;

    ComparisonWorkbook(Comparisons comparisons, Transfers transfers, SheetReader reader) {
        this.comparisons = comparisons;
        this.transfers = transfers;
        this.reader = reader;
    }

    /** Writes every aspect of every step, compared or not, so that the file is also the form to fill. */
    @Transactional(readOnly = true)
    public void write(TransferId id, OutputStream out) throws IOException {
        var transfer = transfers.require(id);
        try (var workbook = new WorkbookStream(out, transfer.name())) {
            var columns = Arrays.stream(Column.values())
                    .map(column -> new SheetColumn(column.heading, column.width))
                    .toList();
            var sheet = workbook.sheet("Comparison", columns);
            for (var step : comparisons.known(id)) {
                for (var row : step.aspects()) {
                    sheet.row(Arrays.<@Nullable Object>asList(
                            step.number(),
                            step.name(),
                            row.aspect().code(),
                            row.sending(),
                            row.receiving(),
                            row.gap() == null ? null : row.gap().code(),
                            row.action(),
                            row.owner(),
                            row.dueOn() == null ? null : row.dueOn().toString()));
                }
            }
            workbook.finish();
        }
    }

    /**
     * Takes the rows of a workbook; rows with nothing in them but step and aspect are left as they are. The reason in
     * {@link Acting#reason()} is needed.
     *
     * @return how many aspects were said
     * @throws ComparisonRefused with every fault by sheet, row and column; nothing is stored then
     */
    public int read(TransferId id, Path file) {
        transfers.requireKnown(id);
        comparisons.requireMember(id);
        if (Acting.reason() == null) {
            throw new ReasonMissing();
        }
        var faults = new ArrayList<Fault>();
        var rows = new Rows(id, faults);
        rows.end(reader.read(file, rows::take));
        if (!faults.isEmpty()) {
            throw new ComparisonRefused(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        comparisons.oneAtATime(id);
        rows.read.forEach(row -> comparisons.keep(row.step(), row.aspect(), row.said()));
        return rows.read.size();
    }

    /** The rows of one workbook. */
    private final class Rows {

        private final Map<String, StepView> steps;
        private final Set<String> team;
        private final List<Fault> faults;
        private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
        private final Set<String> seen = new HashSet<>();
        private final List<Read> read = new ArrayList<>();
        private boolean begun;

        private Rows(TransferId id, List<Fault> faults) {
            this.steps = transfers.steps(id).stream()
                    .collect(Collectors.toMap(
                            StepView::number, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            this.team = comparisons.team(id);
            this.faults = faults;
        }

        void take(SheetRow row) {
            if (!begun) {
                begun = true;
                headings(row);
                return;
            }
            var step = text(row, Column.STEP).map(steps::get);
            var aspect = text(row, Column.ASPECT).flatMap(Aspect::of);
            if (step.isEmpty()) {
                fault(row, Column.STEP, "comparison.step-unknown");
            }
            if (aspect.isEmpty()) {
                fault(row, Column.ASPECT, "comparison.aspect-unknown");
            }
            var form = new AspectForm(
                    null,
                    exact(row, Column.SENDING),
                    exact(row, Column.RECEIVING),
                    exact(row, Column.GAP),
                    exact(row, Column.ACTION),
                    exact(row, Column.OWNER),
                    exact(row, Column.DUE));
            var said = AspectRules.read(form, team, field -> row.where(at(field)), faults);
            if (step.isPresent() && aspect.isPresent()) {
                if (!seen.add(step.get().number() + "/" + aspect.get().code())) {
                    fault(row, Column.ASPECT, "comparison.aspect-twice");
                } else if (isSaid(form)) {
                    read.add(new Read(step.get(), aspect.get(), said));
                }
            }
        }

        void end(String sheet) {
            if (!begun) {
                faults.add(Fault.of(sheet + "!A1", "transfer.sheet-empty"));
            }
        }

        private void headings(SheetRow row) {
            row.cells().forEach(cell -> Column.headed(cell.text()).ifPresent(column -> {
                if (columns.putIfAbsent(column, cell.column()) != null) {
                    faults.add(Fault.of(cell.address(), "transfer.column-twice", cell.text()));
                }
            }));
            for (var column : Column.values()) {
                if (column != Column.NAME && !columns.containsKey(column)) {
                    faults.add(Fault.of(row.where(0), "transfer.column-missing", column.heading));
                }
            }
        }

        private int at(String field) {
            var column =
                    switch (field) {
                        case "sending" -> Column.SENDING;
                        case "receiving" -> Column.RECEIVING;
                        case "gap" -> Column.GAP;
                        case "action" -> Column.ACTION;
                        case "owner" -> Column.OWNER;
                        default -> Column.DUE;
                    };
            return columns.getOrDefault(column, 0);
        }

        private void fault(SheetRow row, Column column, String key) {
            faults.add(Fault.of(
                    row.where(columns.getOrDefault(column, 0)),
                    key,
                    text(row, column).orElse("")));
        }

        private Optional<String> text(SheetRow row, Column column) {
            return Optional.ofNullable(exact(row, column)).map(String::strip);
        }

        private @Nullable String exact(SheetRow row, Column column) {
            var at = columns.get(column);
            return at == null ? null : row.cell(at).map(cell -> cell.text()).orElse(null);
        }

        private static boolean isSaid(AspectForm form) {
            return java.util.stream.Stream.of(
                            form.sending(), form.receiving(), form.gap(), form.action(), form.owner(), form.dueOn())
                    .anyMatch(text -> text != null && !text.isBlank());
        }
    }
}
