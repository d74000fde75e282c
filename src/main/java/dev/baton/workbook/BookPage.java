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
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of a book as XHTML. */
final class BookPage {

    private final Book book;
    private final Map<String, String> places;
    private final Map<String, Picture> pictures;

    BookPage(Book book, Map<String, String> places, Map<String, Picture> pictures) {
        this.book = book;
        this.places = places;
        this.pictures = pictures;
    }

    String title() {
        return page(
                book.title(),
                null,
                "<section class=\"title\"><p class=\"overline\">" + safe(book.overline()) + "</p><h1>"
                        + safe(book.title()) + "</h1><p class=\"subtitle\">" + safe(book.subtitle()) + "</p>"
                        + book.titleFoot().stream()
                                .map(line -> "<p>" + safe(line) + "</p>")
                                .collect(Collectors.joining())
                        + "</section>");
    }

    String imprint() {
        return page(
                book.title(),
                null,
                "<section class=\"imprint\">"
                        + book.imprint().stream()
                                .map(line -> "<p>" + (line.isEmpty() ? "&#160;" : safe(line)) + "</p>")
                                .collect(Collectors.joining())
                        + "</section>");
    }

    String contents() {
        var list = new StringBuilder();
        for (var part : book.parts()) {
            list.append("<li><a href=\"")
                    .append(part.id())
                    .append(".xhtml\">")
                    .append(safe(part.title()))
                    .append("</a>");
            if (!part.chapters().isEmpty()) {
                list.append("<ol>");
                part.chapters().forEach(chapter -> list.append("<li>")
                        .append(link(chapter.id(), chapter.line()))
                        .append("</li>"));
                list.append("</ol>");
            }
            list.append("</li>\n");
        }
        return page(
                book.words().contents(),
                null,
                "<nav epub:type=\"toc\"><h1>" + safe(book.words().contents()) + "</h1><ol>\n" + list + "</ol></nav>");
    }

    String part(Part part) {
        return page(part.title(), part.id(), "<section class=\"part\"><h1>" + safe(part.title()) + "</h1></section>");
    }

    String chapter(Chapter chapter) {
        var blocks = chapter.blocks().stream().map(this::block).collect(Collectors.joining("\n"));
        var number = chapter.number().isEmpty() ? "" : "<span class=\"number\">" + safe(chapter.number()) + "</span> ";
        return page(chapter.title(), chapter.id(), "<h1>" + number + safe(chapter.title()) + "</h1>\n" + blocks);
    }

    private String block(Block block) {
        if (block instanceof Heading heading) {
            return "<h2 id=\"" + heading.id() + "\">" + safe(heading.text()) + "</h2>";
        } else if (block instanceof Label label) {
            return "<p class=\"label\">" + safe(label.text()) + "</p>";
        } else if (block instanceof Text text) {
            return paragraphs(text.text());
        } else if (block instanceof Quiet quiet) {
            return "<p class=\"quiet\">" + safe(quiet.text()) + "</p>";
        } else if (block instanceof Quote quote) {
            return "<blockquote>" + paragraphs(quote.text()) + "<footer>" + safe(quote.by()) + "</footer></blockquote>";
        } else if (block instanceof Picture picture) {
            return "<figure><img src=\"" + name(picture) + "\" alt=\"" + safe(picture.caption()) + "\"/><figcaption>"
                    + safe(picture.caption()) + "</figcaption></figure>";
        } else if (block instanceof References references) {
            return references.lines().isEmpty()
                    ? ""
                    : references.lines().stream()
                            .map(this::reference)
                            .collect(Collectors.joining("\n", "<ul class=\"references\">", "</ul>"));
        } else {
            return names((Names) block);
        }
    }

    private static String names(Names names) {
        return names.names().stream()
                .map(name -> "<p class=\"name\">" + safe(name.name()) + "</p><p class=\"quiet\">" + safe(name.about())
                        + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** A line with its first place as its link, and the further ones by their number. */
    private String reference(Reference reference) {
        var lead = reference.lead().isEmpty() ? "" : "<span class=\"lead\">" + safe(reference.lead()) + "</span> ";
        var line = new StringBuilder("<li>").append(lead);
        for (int i = 0; i < reference.to().size(); i++) {
            line.append(i == 0 ? "" : " ")
                    .append(link(reference.to().get(i), i == 0 ? reference.text() : "[" + (i + 1) + "]"));
        }
        return line.append("</li>").toString();
    }

    private String link(String place, String text) {
        var page = places.get(place);
        return page == null
                ? safe(text)
                : "<a href=\"" + page + ".xhtml" + (page.equals(place) ? "" : "#" + place) + "\">" + safe(text)
                        + "</a>";
    }

    @SuppressWarnings("ReferenceEquality") // the same picture twice in a book is two files
    private String name(Picture picture) {
        return pictures.entrySet().stream()
                .filter(entry -> entry.getValue() == picture)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String paragraphs(String text) {
        return text.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + safe(line) + "</p>")
                .collect(Collectors.joining());
    }

    private String page(String title, @Nullable String id, String body) {
        var mark = book.mark() == null ? "" : "<p class=\"mark\">" + safe(book.mark()) + "</p>\n";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%s">
                <head><title>%s</title><link rel="stylesheet" type="text/css" href="look.css"/></head>
                <body%s>
                %s%s
                </body>
                </html>"""
                .formatted(
                        safe(book.words().language()),
                        safe(book.words().language()),
                        safe(title),
                        id == null ? "" : " id=\"" + id + "\"",
                        mark,
                        body);
    }

    /** The text as it may stand in XML. */
    static String safe(@Nullable String text) {
        var safe = new StringBuilder();
        String.valueOf(text).codePoints().forEach(code -> {
            switch (code) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (code >= ' ' && code != 0xFFFE && code != 0xFFFF && !isLoneSurrogate(code)) {
                        safe.appendCodePoint(code);
                    } else if (code == '\t' || code == '\n' || code == '\r') {
                        safe.append(' ');
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isLoneSurrogate(int code) {
        return code >= 0xD800 && code <= 0xDFFF;
    }
}
