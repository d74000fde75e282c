package dev.baton.web.page;

import dev.baton.recognition.KeepsakeView;

/** A picture or a recording with somebody's words, as a page shows it. */
record Kept(String id, String name, boolean image, boolean small, boolean video) {

    static Kept of(KeepsakeView file) {
        var type = file.mediaType();
        var image = type.startsWith("image/");
        return new Kept(
                file.id().toString(),
                file.name(),
                image,
                type.equals("image/jpeg") || type.equals("image/png") || type.equals("image/gif"),
                type.startsWith("video/"));
    }
}
