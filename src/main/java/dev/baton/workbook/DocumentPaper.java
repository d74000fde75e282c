package dev.baton.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a document as PDF/A. */
public final class DocumentPaper {

    private DocumentPaper() {}

    /**
     * Writes it; the stream stays open.
     *
     * @param foot lines at the foot of every page
     * @param pageWords such as {@code Page %d of %d}
     */
    public static void write(Document document, Instant at, List<String> foot, String pageWords, OutputStream out)
            throws IOException {
        try (var paper = new PaperWriter(document.title(), at)) {
            document.head().forEach(paper::sentence);
            for (var section : document.sections()) {
                paper.heading(section.heading());
                section.sentences().forEach(paper::sentence);
                for (var row : section.rows()) {
                    paper.value(row.get(0), cells(section.columns(), row));
                }
                paper.gap();
            }
            paper.finish(out, foot, pageWords);
        }
    }

    /** A table is too wide for a page: each row is a value beside its first cell. */
    private static String cells(List<String> columns, List<String> row) {
        if (columns.size() == 2) {
            return row.get(1);
        }
        return IntStream.range(1, columns.size())
                .filter(i -> !row.get(i).isBlank())
                .mapToObj(i -> columns.get(i) + ": " + row.get(i))
                .collect(Collectors.joining("; "));
    }
}
