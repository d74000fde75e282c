package dev.baton.workbook;

import dev.baton.workbook.Book.Block;
import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Heading;
import dev.baton.workbook.Book.Label;
import dev.baton.workbook.Book.Names;
import dev.baton.workbook.Book.Part;
import dev.baton.workbook.Book.Picture;
import dev.baton.workbook.Book.Quiet;
import dev.baton.workbook.Book.Quote;
import dev.baton.workbook.Book.Reference;
import dev.baton.workbook.Book.References;
import dev.baton.workbook.Book.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Writes a book as PDF/A-2b, set in EB Garamond: page numbers in contents and index are filled in when they are known. */
public final class BookPaper {

    private static final float TEXT = 10.8f;
    private static final float SMALL = 9.4f;
    private static final float LEADING = 1.4f;
    private static final float HIGHEST_PICTURE = 250;

    private final Book book;
    private final BookPages pages;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Later> later = new ArrayList<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();

    private BookPaper(Book book, BookPages pages) {
        this.book = book;
        this.pages = pages;
    }

    /** Page numbers that are printed at the end of a line when all places are known. */
    private record Later(int page, float y, float from, List<String> to) {}

    /** Writes it. */
    public static void write(Book book, Instant created, OutputStream out) throws IOException {
        try (var pages = new BookPages()) {
            new BookPaper(book, pages).set();
            PaperArchive.mark(pages.document(), pages.upright.shown(book.title()), created);
            pages.document().save(out);
        }
    }

    private void set() {
        titlePage();
        imprint();
        contents();
        book.parts().forEach(this::part);
        later.forEach(this::fillIn);
        foots();
        pages.end();
        pages.document().getDocumentCatalog().setDocumentOutline(outline);
    }

    private void titlePage() {
        pages.newPage(true);
        pages.at(BookPages.HEIGHT - 150);
        pages.centred(pages.upright, spaced(book.overline()), 10.5f, LEADING, BookPages.ACCENT);
        pages.down(34);
        pages.centred(pages.upright, book.title(), 30, 1.18f, BookPages.INK);
        pages.down(16);
        pages.rule(BookPages.ACCENT, 0.7f, BookPages.WIDTH / 2 - 70, BookPages.WIDTH / 2 + 70, pages.y());
        pages.down(12);
        pages.centred(pages.italic, book.subtitle(), 15, 1.35f, BookPages.SOFT);
        pages.emblem(BookPages.WIDTH / 2, 210);
        pages.at(178);
        book.titleFoot().forEach(line -> pages.centred(pages.upright, line, 11, LEADING, BookPages.INK));
    }

    private void imprint() {
        pages.newPage(true);
        var lines = book.imprint().stream()
                .flatMap(line -> line.isEmpty()
                        ? List.of("").stream()
                        : pages.upright.lines(line, SMALL, BookPages.ROOM).stream())
                .toList();
        pages.at(BookPages.BOTTOM + lines.size() * SMALL * LEADING);
        for (var line : lines) {
            pages.down(SMALL * LEADING);
            pages.put(pages.upright, line, SMALL, BookPages.SOFT, BookPages.SIDE, pages.y());
        }
    }

    private void contents() {
        pages.heads(book.words().contents());
        pages.newRightPage();
        pages.down(30);
        pages.flush(pages.upright, book.words().contents(), 22, 1.2f, BookPages.INK, 0);
        pages.down(18);
        for (var part : book.parts()) {
            pages.require(4 * TEXT * LEADING);
            pages.down(12);
            pages.flush(pages.upright, spaced(part.title()), SMALL, LEADING, BookPages.ACCENT, 0);
            pages.down(3);
            part.chapters()
                    .forEach(chapter -> refer(new Reference(chapter.number(), chapter.title(), List.of(chapter.id()))));
        }
    }

    private void part(Part part) {
        pages.newRightPage();
        places.put(part.id(), pages.page());
        pages.at(BookPages.HEIGHT / 2 + 60);
        pages.centred(pages.upright, part.title(), 26, 1.2f, BookPages.INK);
        pages.down(14);
        pages.rule(BookPages.ACCENT, 0.7f, BookPages.WIDTH / 2 - 40, BookPages.WIDTH / 2 + 40, pages.y());
        var mark = mark(part.title(), part.id());
        outline.addLast(mark);
        part.chapters().forEach(chapter -> mark.addLast(chapter(chapter)));
    }

    private PDOutlineItem chapter(Chapter chapter) {
        pages.heads(chapter.title());
        pages.newPage(true);
        places.put(chapter.id(), pages.page());
        pages.down(26);
        if (!chapter.number().isEmpty()) {
            pages.flush(pages.upright, chapter.number(), 34, 1.1f, BookPages.ACCENT, 0);
            pages.down(4);
        }
        pages.flush(pages.upright, chapter.title(), 21, 1.2f, BookPages.INK, 0);
        pages.down(22);
        chapter.blocks().forEach(this::block);
        return mark(chapter.line(), chapter.id());
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            pages.require(110);
            pages.down(18);
            places.put(heading.id(), pages.page());
            pages.flush(pages.upright, heading.text(), 14.5f, 1.25f, BookPages.ACCENT, 0);
            pages.down(3);
        } else if (block instanceof Label label) {
            pages.require(60);
            pages.down(5);
            pages.flush(pages.italic, label.text(), TEXT, LEADING, BookPages.ACCENT, 0);
        } else if (block instanceof Text text) {
            pages.justified(pages.upright, text.text(), TEXT, LEADING, BookPages.INK);
        } else if (block instanceof Quiet quiet) {
            pages.flush(pages.italic, quiet.text(), SMALL + 0.4f, LEADING, BookPages.SOFT, 0);
            pages.down(4);
        } else if (block instanceof Quote quote) {
            quote(quote);
        } else if (block instanceof Picture picture) {
            pages.down(8);
            pages.picture(picture.jpeg(), picture.width(), picture.height(), HIGHEST_PICTURE);
            pages.down(3);
            pages.centred(pages.italic, picture.caption(), SMALL, LEADING, BookPages.SOFT);
            pages.down(10);
        } else if (block instanceof References references) {
            references.lines().forEach(this::refer);
            pages.down(6);
        } else if (block instanceof Names names) {
            names.names().forEach(name -> {
                pages.require(3 * TEXT * LEADING);
                pages.flush(pages.upright, name.name(), 13, 1.3f, BookPages.INK, 0);
                pages.flush(pages.italic, name.about(), SMALL + 0.4f, LEADING, BookPages.SOFT, 0);
                pages.down(9);
            });
        }
    }

    private void quote(Quote quote) {
        pages.require(4 * TEXT * LEADING);
        pages.down(4);
        pages.flush(pages.italic, "\u201C" + quote.text() + "\u201D", TEXT + 0.6f, LEADING, BookPages.INK, 18);
        pages.flush(pages.upright, quote.by(), SMALL, LEADING, BookPages.SOFT, 18);
        pages.down(12);
    }

    /** A line with the pages it leads to at its end. */
    private void refer(Reference reference) {
        var indent = reference.lead().isEmpty() ? 0 : 34;
        var room = BookPages.ROOM - indent - 60;
        var lines = pages.upright.lines(reference.text(), TEXT, room);
        pages.require(lines.size() * TEXT * LEADING);
        for (int i = 0; i < lines.size(); i++) {
            pages.down(TEXT * LEADING);
            if (i == 0 && indent > 0) {
                pages.put(pages.upright, reference.lead(), TEXT, BookPages.ACCENT, BookPages.SIDE, pages.y());
            }
            pages.put(pages.upright, lines.get(i), TEXT, BookPages.INK, BookPages.SIDE + indent, pages.y());
        }
        var end = BookPages.SIDE + indent + pages.upright.width(lines.get(lines.size() - 1), TEXT);
        later.add(new Later(pages.page(), pages.y(), end, reference.to()));
    }

    private void fillIn(Later line) {
        pages.again(line.page());
        var numbers = line.to().stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        var right = BookPages.WIDTH - BookPages.SIDE;
        var from = right - pages.upright.width(numbers, TEXT);
        var dot = pages.upright.width(" .", TEXT);
        for (float x = right - 24 - dot; x > line.from() + 4; x -= dot) {
            if (x + dot < from - 2) {
                pages.put(pages.upright, ".", TEXT, BookPages.SOFT, x, line.y());
            }
        }
        pages.put(pages.upright, numbers, TEXT, BookPages.INK, from, line.y());
    }

    private void foots() {
        for (int page = 1; page <= pages.document().getNumberOfPages(); page++) {
            pages.again(page);
            var head = pages.head(page);
            if (!head.isEmpty()) {
                head(page, head);
            }
            var mark = book.mark();
            if (mark != null) {
                centre(mark, 8.6f, BookPages.ACCENT, 30);
            }
            if (page > 2) {
                centre(String.valueOf(page), 10, BookPages.SOFT, 48);
            }
        }
    }

    private void head(int page, String chapter) {
        var left = page % 2 == 0;
        var text = pages.italic
                .lines(left ? book.title() : chapter, SMALL, BookPages.ROOM)
                .get(0);
        var x = left ? BookPages.SIDE : BookPages.WIDTH - BookPages.SIDE - pages.italic.width(text, SMALL);
        pages.put(pages.italic, text, SMALL, BookPages.SOFT, x, BookPages.HEIGHT - 48);
        pages.rule(BookPages.SOFT, 0.3f, BookPages.SIDE, BookPages.WIDTH - BookPages.SIDE, BookPages.HEIGHT - 55);
    }

    private void centre(String text, float size, float[] ink, float y) {
        var shown = pages.upright.shown(text);
        pages.put(pages.upright, shown, size, ink, (BookPages.WIDTH - pages.upright.width(shown, size)) / 2, y);
    }

    private PDOutlineItem mark(String title, String place) {
        var destination = new PDPageFitWidthDestination();
        destination.setPage(pages.document().getPage(Objects.requireNonNull(places.get(place)) - 1));
        var mark = new PDOutlineItem();
        mark.setTitle(title);
        mark.setDestination(destination);
        return mark;
    }

    static String spaced(String text) {
        return text.toUpperCase(java.util.Locale.ENGLISH)
                .replaceAll("(?<=\\S)(?=\\S)", "\u200A")
                .replace(" ", "\u2002");
    }
}
