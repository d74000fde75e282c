package dev.baton.capture;

/**
 * An evidence file.
 *
 * @param sha256 hash of its bytes, 64 hexadecimal characters
 * @param size bytes
 */
public record FileView(FileId fileId, String name, String mediaType, String sha256, long size) {}
