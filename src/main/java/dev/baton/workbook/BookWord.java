package dev.baton.workbook;

import dev.baton.workbook.Book.Block;
import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Heading;
import dev.baton.workbook.Book.Label;
import dev.baton.workbook.Book.Names;
import dev.baton.workbook.Book.Picture;
import dev.baton.workbook.Book.Quiet;
import dev.baton.workbook.Book.Quote;
import dev.baton.workbook.Book.Reference;
import dev.baton.workbook.Book.References;
import dev.baton.workbook.Book.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/** Writes a book as a Word document in the same measure, with styles for its headings, so that a site can go on with it. */
public final class BookWord {

    private static final int WIDTH = 9_638;
    private static final int HEIGHT = 13_606;
    private static final int SIDE = 1_240;
    private static final int ROOM = WIDTH - 2 * SIDE;
    private static final double PICTURE_WIDTH = 340;
    private static final double PICTURE_HEIGHT = 260;

    private final Book book;
    private final XWPFDocument document = new XWPFDocument();
    private final Set<String> marked = new HashSet<>();

    private BookWord(Book book) {
        this.book = book;
    }

    /** Writes it. */
    public static void write(Book book, Instant created, OutputStream out) throws IOException {
        var word = new BookWord(book);
        try (var document = word.document) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(book.title());
            properties.setCreator("Baton");
            properties.setCreated(Optional.of(Date.from(created)));
            BookWordStyles.add(document);
            word.set();
            document.write(out);
        }
    }

    private void set() throws IOException {
        page();
        titlePage();
        imprint();
        contents();
        for (var part : book.parts()) {
            var title = line(part.title(), 26, BookWordStyles.INK, ParagraphAlignment.CENTER);
            title.setPageBreak(true);
            title.setSpacingBefore(4_000);
            mark(title, part.id());
            part.chapters().forEach(this::chapter);
        }
        foot();
    }

    private void page() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1_300));
        margins.setBottom(BigInteger.valueOf(1_300));
        margins.setLeft(BigInteger.valueOf(SIDE));
        margins.setRight(BigInteger.valueOf(SIDE));
        margins.setHeader(BigInteger.valueOf(600));
        margins.setFooter(BigInteger.valueOf(560));
    }

    private void titlePage() {
        var overline = line(book.overline(), 11, BookWordStyles.ACCENT, ParagraphAlignment.CENTER);
        overline.setSpacingBefore(1_600);
        overline.getRuns().forEach(run -> {
            run.setCapitalized(true);
            run.setCharacterSpacing(30);
        });
        var title = line(book.title(), 30, BookWordStyles.INK, ParagraphAlignment.CENTER);
        title.setSpacingBefore(500);
        title.setBorderBottom(Borders.SINGLE);
        var subtitle = line(book.subtitle(), 15, BookWordStyles.SOFT, ParagraphAlignment.CENTER);
        subtitle.setSpacingBefore(240);
        subtitle.getRuns().forEach(run -> run.setItalic(true));
        for (int i = 0; i < book.titleFoot().size(); i++) {
            var foot = line(book.titleFoot().get(i), 11, BookWordStyles.INK, ParagraphAlignment.CENTER);
            foot.setSpacingBefore(i == 0 ? 3_000 : 0);
        }
    }

    private void imprint() {
        var first = true;
        for (var text : book.imprint()) {
            var paragraph = line(text, 9, BookWordStyles.SOFT, ParagraphAlignment.LEFT);
            if (first) {
                paragraph.setPageBreak(true);
                first = false;
            }
        }
    }

    private void contents() {
        var title = line(book.words().contents(), 22, BookWordStyles.INK, ParagraphAlignment.LEFT);
        title.setPageBreak(true);
        title.setSpacingAfter(240);
        for (var part : book.parts()) {
            var head = line(part.title(), 10, BookWordStyles.ACCENT, ParagraphAlignment.LEFT);
            head.setSpacingBefore(200);
            head.getRuns().forEach(run -> run.setCapitalized(true));
            part.chapters()
                    .forEach(chapter -> refer(new Reference(chapter.number(), chapter.title(), List.of(chapter.id()))));
        }
    }

    private void chapter(Chapter chapter) {
        var title = document.createParagraph();
        title.setStyle(BookWordStyles.CHAPTER);
        title.createRun().setText(chapter.line());
        mark(title, chapter.id());
        chapter.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            var paragraph = document.createParagraph();
            paragraph.setStyle(BookWordStyles.SECTION);
            paragraph.createRun().setText(heading.text());
            mark(paragraph, heading.id());
        } else if (block instanceof Label label) {
            var paragraph = line(label.text(), 11, BookWordStyles.ACCENT, ParagraphAlignment.LEFT);
            paragraph.setKeepNext(true);
            paragraph.setSpacingBefore(80);
            paragraph.getRuns().forEach(run -> run.setItalic(true));
        } else if (block instanceof Text text) {
            for (var part : text.text().split("\\R+", -1)) {
                line(part, 11, BookWordStyles.INK, ParagraphAlignment.BOTH).setSpacingAfter(100);
            }
        } else if (block instanceof Quiet quiet) {
            var paragraph = line(quiet.text(), 10, BookWordStyles.SOFT, ParagraphAlignment.LEFT);
            paragraph.setSpacingAfter(80);
            paragraph.getRuns().forEach(run -> run.setItalic(true));
        } else if (block instanceof Quote quote) {
            var said = line("\u201C" + quote.text() + "\u201D", 11.5, BookWordStyles.INK, ParagraphAlignment.LEFT);
            said.setIndentationLeft(360);
            said.setKeepNext(true);
            said.setSpacingBefore(80);
            said.getRuns().forEach(run -> run.setItalic(true));
            var by = line(quote.by(), 9.5, BookWordStyles.SOFT, ParagraphAlignment.LEFT);
            by.setIndentationLeft(360);
            by.setSpacingAfter(200);
        } else if (block instanceof Picture picture) {
            picture(picture);
        } else if (block instanceof References references) {
            references.lines().forEach(this::refer);
        } else if (block instanceof Names names) {
            names.names().forEach(name -> {
                var who = line(name.name(), 13, BookWordStyles.INK, ParagraphAlignment.LEFT);
                who.setKeepNext(true);
                who.setSpacingBefore(120);
                line(name.about(), 10, BookWordStyles.SOFT, ParagraphAlignment.LEFT)
                        .getRuns()
                        .forEach(run -> run.setItalic(true));
            });
        }
    }

    private void picture(Picture picture) {
        var scale = Math.min(PICTURE_WIDTH / picture.width(), PICTURE_HEIGHT / picture.height());
        var paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        paragraph.setSpacingBefore(160);
        try (var bytes = new ByteArrayInputStream(picture.jpeg())) {
            paragraph
                    .createRun()
                    .addPicture(
                            bytes,
                            PictureType.JPEG,
                            "picture.jpg",
                            Units.toEMU(picture.width() * scale),
                            Units.toEMU(picture.height() * scale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidFormatException e) {
            throw new IllegalArgumentException("A JPEG that POI does not take", e);
        }
        var caption = line(picture.caption(), 9.5, BookWordStyles.SOFT, ParagraphAlignment.CENTER);
        caption.setSpacingAfter(200);
        caption.getRuns().forEach(run -> run.setItalic(true));
    }

    /** A line with the page numbers of its places, which Word works out when it opens the document. */
    private void refer(Reference reference) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingAfter(20);
        var tab = paragraph.getCTP().addNewPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setLeader(STTabTlc.DOT);
        tab.setPos(BigInteger.valueOf(ROOM));
        if (!reference.lead().isEmpty()) {
            run(paragraph, reference.lead() + "\u2002", 11, BookWordStyles.ACCENT);
        }
        run(paragraph, reference.text(), 11, BookWordStyles.INK).addTab();
        var first = true;
        for (var place : reference.to()) {
            if (!first) {
                run(paragraph, ", ", 11, BookWordStyles.INK);
            }
            first = false;
            field(paragraph, " PAGEREF " + bookmark(place) + " \\h ", "\u2026");
        }
    }

    private void foot() throws IOException {
        var policy = document.createHeaderFooterPolicy();
        document.getDocument().getBody().getSectPr().addNewTitlePg();
        mark(policy.createFooter(XWPFHeaderFooterPolicy.FIRST));
        var footer = policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT);
        var number = footer.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        field(number, " PAGE ", "1");
        mark(footer);
        var header = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        header.setAlignment(ParagraphAlignment.RIGHT);
        run(header, book.title(), 9, BookWordStyles.SOFT).setItalic(true);
    }

    private void mark(XWPFFooter footer) {
        var mark = book.mark();
        if (mark != null) {
            var paragraph = footer.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            run(paragraph, mark, 9, BookWordStyles.ACCENT);
        }
    }

    private XWPFParagraph line(String text, double size, String color, ParagraphAlignment alignment) {
        var paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(20);
        run(paragraph, text, size, color);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, double size, String color) {
        var run = paragraph.createRun();
        run.setFontSize(size);
        run.setColor(color);
        run.setText(text.replace("\r\n", "\n"));
        return run;
    }

    private static void field(XWPFParagraph paragraph, String instruction, String until) {
        var begin = paragraph.createRun().getCTR().addNewFldChar();
        begin.setFldCharType(STFldCharType.BEGIN);
        begin.setDirty(true);
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        run(paragraph, until, 10, BookWordStyles.SOFT);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private void mark(XWPFParagraph paragraph, String place) {
        if (marked.add(place)) {
            var id = BigInteger.valueOf(marked.size());
            var start = paragraph.getCTP().addNewBookmarkStart();
            start.setId(id);
            start.setName(bookmark(place));
            paragraph.getCTP().addNewBookmarkEnd().setId(id);
        }
    }

    /** Word takes at most 40 letters, digits and underscores. */
    private static String bookmark(String place) {
        var name = "p_" + place.replace('-', '_');
        return name.length() <= 40 ? name : name.substring(0, 40);
    }
}
