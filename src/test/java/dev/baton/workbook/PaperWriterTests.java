package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperWriterTests {

    @TempDir
    Path folder;

    @Test
    void pagesConformToPdfA() throws Exception {
        assertThat(Archive.complaints(written())).isEmpty();
    }

    @Test
    void everyPageHasItsNumberAndWhatCannotBeShownStandsAsItsCode() throws Exception {
        try (var document = Loader.loadPDF(written().toFile())) {
            var text = new PDFTextStripper().getText(document);
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(text)
                    .contains("Page 1 of " + pages, "Page " + pages + " of " + pages)
                    .contains("[U+1F469]", "[U+202E]", "[U+0007]", "°C µ é")
                    .contains("last value");
        }
    }

    private Path written() throws Exception {
        var file = folder.resolve("paper.pdf");
        try (var paper = new PaperWriter("Trail of <A & B>", Instant.parse("2026-03-01T09:30:00.5Z"));
                var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 60; i++) {
                paper.heading("Heading " + i);
                paper.sentence("Somebody changed something “quoted” 👩 \u202Eabc \u0007 °C µ é");
                paper.remark("remark ".repeat(40));
                paper.value("A label", "x".repeat(300) + "\nsecond line");
                paper.gap();
            }
            paper.value("Last", "last value");
            paper.finish(out, List.of("the foot"), "Page %d of %d");
        }
        return file;
    }
}
