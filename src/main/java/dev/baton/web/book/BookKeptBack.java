package dev.baton.web.book;

import dev.baton.Refusal;

/** An expert tells what they know of a step before they read what colleagues told of it, in a book as on a page. */
final class BookKeptBack extends Refusal {

    private static final long serialVersionUID = 1L;

    BookKeptBack() {
        super(Kind.NOT_YOURS, "book.kept-back");
    }
}
