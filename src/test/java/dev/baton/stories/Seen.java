package dev.baton.stories;

import java.util.Locale;

/**
 * A page as somebody sees it.
 *
 * @param person who opens it; empty for somebody who is not logged in
 * @param path its address
 * @param state what sets it apart from the same page in another state, or an empty text
 * @param status how it is answered
 */
record Seen(String person, String path, String state, int status) {

    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9A-Z-]{6,}";

    /** Its name as a file: the words of its address, then its state. */
    String name() {
        var address = path.replaceAll("\\?.*", "").replaceAll("s?/(" + ID + ")(?=/|$)", "");
        return ((address.equals("/") ? "home" : address) + " " + state)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    @Override
    public String toString() {
        return path + (person.isEmpty() ? "" : " as " + person);
    }
}
