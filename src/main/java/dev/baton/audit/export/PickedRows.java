package dev.baton.audit.export;

import dev.baton.audit.EvidenceSheet;
import dev.baton.audit.TrailFilter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of evidence that a filter picks: only the item, the person and the time that were asked for. */
final class PickedRows {

    private final List<String> columns;
    private final EvidenceSheet.Picks picks;
    private final TrailFilter filter;

    private PickedRows(EvidenceSheet sheet, TrailFilter filter) {
        this.columns = sheet.columns();
        this.picks = sheet.picks();
        this.filter = filter;
    }

    static void write(EvidenceSheet sheet, UUID transfer, TrailFilter filter, Consumer<List<?>> rows) {
        var picked = new PickedRows(sheet, filter);
        sheet.write(transfer, row -> {
            if (picked.has(row)) {
                rows.accept(row);
            }
        });
    }

    private boolean has(List<?> row) {
        return (filter.item() == null || filter.item().toString().equals(cell(row, picks.item())))
                && (filter.person() == null
                        || picks.people().stream()
                                .anyMatch(column -> filter.person().equals(cell(row, column))))
                && isInTime(cell(row, picks.moment()));
    }

    private boolean isInTime(@Nullable Object cell) {
        if (filter.from() == null && filter.to() == null) {
            return true;
        }
        return cell instanceof Instant moment
                && (filter.from() == null || !moment.isBefore(filter.from()))
                && (filter.to() == null || moment.isBefore(filter.to()));
    }

    private @Nullable Object cell(List<?> row, @Nullable String column) {
        return column == null ? null : row.get(columns.indexOf(column));
    }
}
