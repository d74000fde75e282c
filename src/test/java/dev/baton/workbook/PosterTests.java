package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.workbook.Poster.Line;
import dev.baton.workbook.Poster.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A poster says the same on paper and in Word. Copies stay in target/posters to look at. */
class PosterTests {

    private static final Instant THEN = Instant.parse("2026-05-04T16:20:31Z");
    private static final Poster POSTER = new Poster(
            "Certificate for Élodie Çelik-Ørsted",
            List.of(
                    new Line(Style.OVERLINE, "With thanks and respect to"),
                    new Line(Style.GAP, ""),
                    new Line(Style.NAME, "Élodie Çelik-Ørsted"),
                    new Line(Style.GAP, ""),
                    new Line(
                            Style.TEXT,
                            "who put into words 6 things that were written nowhere, asked and listened 2 times and"
                                    + " reviewed 3 as a peer in the transfer"),
                    new Line(Style.TEXT, "LAIV bulk and fill, California to Liverpool"),
                    new Line(Style.GAP, ""),
                    new Line(
                            Style.QUIET,
                            "So that every child who needs a flu vaccine without a needle gets one in time, from"
                                    + " whichever site can make it."),
                    new Line(Style.GAP, ""),
                    new Line(Style.TEXT, "Given when four steps in ten were approved, 4 May 2026")),
            List.of(
                    "Anybody can check this certificate at",
                    "https://baton.example/verify/7Q2M4K9P0ZC3XW8RBT5N6HJDVA",
                    "Code 7Q2M4-K9P0Z-C3XW8-RBT5N-6HJDV-A"),
            "https://baton.example/verify/7Q2M4K9P0ZC3XW8RBT5N6HJDVA");

    @Test
    void onPaperItIsOnePageForTheArchive() throws Exception {
        var bytes = new ByteArrayOutputStream();
        PosterPaper.write(POSTER, THEN, bytes);
        Files.write(folder().resolve("poster.pdf"), bytes.toByteArray());
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Élodie Çelik-Ørsted", "Code 7Q2M4-K9P0Z-C3XW8-RBT5N-6HJDV-A");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
        assertThat(Archive.complaints(folder().resolve("poster.pdf"))).isEmpty();
    }

    @Test
    void inWordItSaysTheSame() throws IOException {
        var bytes = new ByteArrayOutputStream();
        PosterWord.write(POSTER, THEN, bytes);
        Files.write(folder().resolve("poster.docx"), bytes.toByteArray());
        try (var document = new XWPFDocument(new java.io.ByteArrayInputStream(bytes.toByteArray()));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("Élodie Çelik-Ørsted", "LAIV bulk and fill, California to Liverpool", "7Q2M4-K9P0Z");
            assertThat(document.getAllPictures()).hasSize(1);
        }
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "posters"));
    }
}
