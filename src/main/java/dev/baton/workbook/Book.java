package dev.baton.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A book, whatever it is about: title page, imprint, contents, parts with chapters. It is written on paper ({@link
 * BookPaper}), for Word ({@link BookWord}) and for readers of EPUB ({@link BookEpub}).
 *
 * @param overline small, above the title
 * @param titleFoot lines at the foot of the title page
 * @param imprint lines of the page behind it; an empty one is a gap
 * @param mark what stands on every page, or null for nothing
 * @param words what the book calls its own parts
 * @param id identifier, the same for the same edition
 */
public record Book(
        String id,
        String title,
        String subtitle,
        String overline,
        List<String> titleFoot,
        List<String> imprint,
        @Nullable String mark,
        List<Part> parts,
        Words words) {

    /**
     * Chapters under one heading.
     *
     * @param id of its place in the book, a word of letters, digits and hyphens
     */
    public record Part(String id, String title, List<Chapter> chapters) {}

    /**
     * A chapter; begins on a page of its own.
     *
     * @param number as it is printed, or empty
     */
    public record Chapter(String id, String number, String title, List<Block> blocks) {

        /** Number and title in one line. */
        String line() {
            return number.isEmpty() ? title : number + "\u2002" + title;
        }
    }

    /** What a book calls its own parts. */
    public record Words(String contents, String language) {}

    /** Something set as a whole. */
    public sealed interface Block {}

    /** The heading of a section, to which others refer by its id. */
    public record Heading(String id, String text) implements Block {}

    /** A small heading within a section. */
    public record Label(String text) implements Block {}

    /** Running text; line feeds begin paragraphs. */
    public record Text(String text) implements Block {}

    /** Something said about the text: smaller, in italics. */
    public record Quiet(String text) implements Block {}

    /** Somebody's words, set in. */
    public record Quote(String text, String by) implements Block {}

    /** A picture, as JPEG. */
    public record Picture(byte[] jpeg, int width, int height, String caption) implements Block {}

    /** References to headings and chapters: a line each. */
    public record References(List<Reference> lines) implements Block {}

    /**
     * A line that refers to one place or more.
     *
     * @param lead printed before the text in another style, or empty
     * @param to ids of the places
     */
    public record Reference(String lead, String text, List<String> to) {}

    /** People, each with what there is to say about them. */
    public record Names(List<Name> names) implements Block {}

    /** A person. */
    public record Name(String name, String about) {}

    /** All chapters in their order. */
    Stream<Chapter> chapters() {
        return parts.stream().flatMap(part -> part.chapters().stream());
    }
}
