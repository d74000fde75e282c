package dev.baton.notification;

import java.util.List;

/**
 * A word or sentence of the product's own among the words that fill a sentence: kept by its key, read in the reader's
 * language.
 *
 * @param args what fills it, as texts
 */
record Word(String code, List<String> args) {

    Word(String code) {
        this(code, List.of());
    }
}
