package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import dev.baton.workbook.Book.Block;
import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Heading;
import dev.baton.workbook.Book.Label;
import dev.baton.workbook.Book.Name;
import dev.baton.workbook.Book.Names;
import dev.baton.workbook.Book.Part;
import dev.baton.workbook.Book.Picture;
import dev.baton.workbook.Book.Quiet;
import dev.baton.workbook.Book.Quote;
import dev.baton.workbook.Book.Reference;
import dev.baton.workbook.Book.References;
import dev.baton.workbook.Book.Text;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A book says the same on paper, in Word and on a reading device. Copies stay in target/books to look at. */
class BookTests {

    private static final Instant THEN = Instant.parse("2026-05-04T16:20:31Z");
    private static final String MARK = "In work: the hand-over is not accepted. As of 4 May 2026.";
    private static final String LONG =
            "I let the pump run down before I open the valve, and I listen: the tone falls by about a third, and then"
                    + " there is a short rattle, like a coin on a table. Before the rattle the line still holds pressure,"
                    + " whatever the gauge says at ≤ 0.3 bar, and what comes out first is foam. After it I count to ten."
                    + " <Not> & never earlier; 5 µm filters 電 take longer.";

    @Test
    void onPaperEveryPageIsMarkedAndTheContentsNameTheRightPages() throws Exception {
        var file = folder().resolve("book.pdf");
        try (var out = Files.newOutputStream(file)) {
            BookPaper.write(book(MARK), THEN, out);
        }
        try (var document = Loader.loadPDF(file.toFile())) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            assertThat(pages).hasSizeGreaterThan(10).allMatch(page -> page.contains(MARK));
            var chapter = 0;
            for (int page = 3; page < pages.size(); page++) {
                if (pages.get(page).contains("Thaw the seed")
                        && pages.get(page).contains("What the instruction says")) {
                    chapter = page + 1;
                    break;
                }
            }
            var at = chapter;
            assertThat(pages.get(2).lines())
                    .as(pages.get(2))
                    .anyMatch(line -> line.startsWith("1.1") && line.strip().endsWith(" " + at));
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("What was learned");
            assertThat(String.join(" ", pages).replaceAll("\\s+", " "))
                    .contains("[U+96FB]")
                    .contains("≤ 0.3 bar")
                    .doesNotContain("[U+000D]");
        }
        assertThat(Archive.complaints(file)).isEmpty();
    }

    @Test
    void anAcceptedBookBearsNoMark() throws Exception {
        var bytes = new ByteArrayOutputStream();
        BookPaper.write(book(null), THEN, bytes);
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("In work");
        }
    }

    @Test
    void inWordItHasHeadingsPicturesAndReferences() throws IOException {
        var file = folder().resolve("book.docx");
        try (var out = Files.newOutputStream(file)) {
            BookWord.write(book(MARK), THEN, out);
        }
        try (var document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertThat(document.getParagraphs().stream()
                            .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                            .map(paragraph -> paragraph.getText()))
                    .contains("1.1\u2002Thaw the seed");
            assertThat(document.getAllPictures()).isNotEmpty();
            assertThat(document.getFooterList()).hasSize(2).allMatch(footer -> footer.getText()
                    .contains(MARK));
            assertThat(document.getDocument().xmlText()).contains("PAGEREF p_step_1");
        }
    }

    @Test
    void onAReadingDeviceItIsASoundEpub() throws IOException {
        var file = folder().resolve("book.epub");
        try (var out = Files.newOutputStream(file)) {
            BookEpub.write(book(MARK), THEN, out);
        }
        var report = new DefaultReportImpl(file.toString());
        new EpubCheck(file.toFile(), report).check();
        assertThat(report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount())
                .isZero();
    }

    private static Book book(String mark) throws IOException {
        List<Block> step = List.of(
                new Quiet("Virus propagation · Water bath WB-3 · Critical · SOP-CA-0117, section 4.2"),
                new Label("What the instruction says"),
                new Text("Thaw the seed at 36 °C until no ice is left."),
                new Heading("item-1", "Listen to the pump before the valve"),
                new Quiet("Sensory cue. Told by Expert One; version 2, approved 3 May 2026."),
                new Text(LONG + "\r\n" + LONG), // as a browser sends it
                new Label("Why"),
                new Text(LONG),
                picture(1200, 800),
                new Heading("item-2", "Never warm it twice"),
                new Text(LONG),
                picture(600, 900));
        var entries = new ArrayList<Reference>();
        for (int i = 0; i < 40; i++) {
            entries.add(new Reference("", "The tone falls by a third, entry " + i, List.of("item-1", "item-2")));
        }
        return new Book(
                "urn:baton:handover-book:1",
                "LAIV bulk and fill, California to Liverpool",
                "What is known of making live attenuated influenza vaccine, handed on from California to Liverpool",
                "Handover book",
                List.of("California to Liverpool", "4 May 2026"),
                List.of("LAIV bulk and fill. Handover book.", "Edition of 4 May 2026", "", "Set in EB Garamond."),
                mark,
                List.of(
                        new Part(
                                "themes",
                                "What was learned",
                                List.of(new Chapter(
                                        "theme-cue",
                                        "I",
                                        "Seen, heard, smelt, felt",
                                        List.of(
                                                new Text("Signs that decide. Go and meet each of them at the machine."),
                                                new References(List.of(
                                                        new Reference(
                                                                "1.1",
                                                                "Listen to the pump before the valve",
                                                                List.of("item-1")),
                                                        new Reference(
                                                                "1.1", "Never warm it twice", List.of("item-2")))))))),
                        new Part("steps", "Step by step", List.of(new Chapter("step-1", "1.1", "Thaw the seed", step))),
                        new Part(
                                "people",
                                "The people",
                                List.of(new Chapter(
                                        "contributors",
                                        "",
                                        "Who gave it",
                                        List.of(
                                                new Names(List.of(
                                                        new Name(
                                                                "Élodie Çelik-Ørsted",
                                                                "California · told what they know"))),
                                                new Quote(
                                                        "I would never have heard it.",
                                                        "Receiver One to Expert One"))))),
                        new Part(
                                "index",
                                "Index",
                                List.of(new Chapter(
                                        "cues",
                                        "",
                                        "Cues",
                                        List.of(new Label("To be heard"), new References(entries)))))),
                new Book.Words("Contents", "en"));
    }

    private static Picture picture(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x0B5A60), width, height, new Color(0xE8D9B0)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return new Picture(bytes.toByteArray(), width, height, "The line when the pump has run down (line.jpg)");
    }

    private static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "books"));
    }
}
