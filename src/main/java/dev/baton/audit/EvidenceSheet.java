package dev.baton.audit;

import dev.baton.workbook.SheetPicture;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sheet that a module contributes to the auditor's workbook. */
public interface EvidenceSheet {

    /** The sheet's name. */
    String name();

    /** Where the sheet stands among the contributed ones; the audit trail itself stands at 200. */
    int order();

    /** The column headings. */
    List<String> columns();

    /**
     * By which columns a filter of an export picks rows.
     *
     * @param item holds the item's identifier
     * @param people hold user names or printed names
     * @param moment holds an {@link java.time.Instant}
     */
    record Picks(@Nullable String item, List<String> people, @Nullable String moment) {

        /** No column; then the sheet stays empty where a filter for items, people or times is in force. */
        public static final Picks NOTHING = new Picks(null, List.of(), null);
    }

    /** The columns by which a filter picks rows. */
    default Picks picks() {
        return Picks.NOTHING;
    }

    /** A picture to stand below the rows, where no filter is in force; none unless a module has one. */
    default Optional<SheetPicture> picture(UUID transfer) {
        return Optional.empty();
    }

    /**
     * Hands over the rows of a transfer one by one, so that a long sheet never stands in memory.
     *
     * @param rows takes one row: texts, numbers, booleans, {@link java.time.Instant}s or nulls, one per column
     */
    void write(UUID transfer, Consumer<List<?>> rows);
}
