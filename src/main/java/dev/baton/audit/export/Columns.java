package dev.baton.audit.export;

import dev.baton.workbook.SheetColumn;
import java.util.List;
import java.util.Set;

/** How wide the columns of evidence are. */
final class Columns {

    private static final Set<String> LONG_TEXTS = Set.of(
            "Old value",
            "New value",
            "Reason",
            "Record",
            "Comment",
            "Content hash",
            "Content",
            "Title",
            "What is done",
            "Why",
            "Cue",
            "Consequence",
            "Answers",
            "SHA-256",
            "Name");
    private static final int MOMENT = 28;
    private static final int IDENTIFIER = 38;

    private Columns() {}

    static List<SheetColumn> of(List<String> headings) {
        return headings.stream().map(Columns::of).toList();
    }

    private static SheetColumn of(String heading) {
        if (LONG_TEXTS.contains(heading)) {
            return SheetColumn.text(heading);
        }
        if (heading.contains("(UTC)") || heading.equals("At (date)")) {
            return new SheetColumn(heading, MOMENT);
        }
        return heading.equals("Item") || heading.endsWith(" id")
                ? new SheetColumn(heading, IDENTIFIER)
                : SheetColumn.of(heading);
    }
}
