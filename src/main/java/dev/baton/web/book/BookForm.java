package dev.baton.web.book;

import dev.baton.workbook.Book;
import dev.baton.workbook.BookEpub;
import dev.baton.workbook.BookPaper;
import dev.baton.workbook.BookWord;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;

/** In what a handover book is written. */
enum BookForm {
    /** For Word. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
        @Override
        void write(Book book, Instant created, OutputStream out) throws IOException {
            BookWord.write(book, created, out);
        }
    },
    /** For print and for the archive. */
    PDF("application/pdf") {
        @Override
        void write(Book book, Instant created, OutputStream out) throws IOException {
            BookPaper.write(book, created, out);
        }
    },
    /** For reading devices. */
    EPUB("application/epub+zip") {
        @Override
        void write(Book book, Instant created, OutputStream out) throws IOException {
            BookEpub.write(book, created, out);
        }
    };

    private final String mediaType;

    BookForm(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract void write(Book book, Instant created, OutputStream out) throws IOException;

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return "handover-book." + name().toLowerCase(Locale.ROOT);
    }
}
