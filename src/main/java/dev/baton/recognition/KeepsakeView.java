package dev.baton.recognition;

import java.util.UUID;

/** A picture or a recording with somebody's words, as it is shown. */
public record KeepsakeView(UUID id, String name, String mediaType, long size) {}
