package dev.baton.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A sheet that a module contributes to the auditor's workbook. */
public interface EvidenceSheet {

    /** The sheet's name. */
    String name();

    /** Where the sheet stands among the contributed ones; the audit trail itself stands at 200. */
    int order();

    /** The column headings. */
    List<String> columns();

    /**
     * Hands over the rows of a transfer one by one, so that a long sheet never stands in memory.
     *
     * @param rows takes one row: texts, numbers, booleans, {@link java.time.Instant}s or nulls, one per column
     */
    void write(UUID transfer, Consumer<List<?>> rows);
}
