package dev.baton.recognition;

import java.io.InputStream;

/**
 * A picture or a recording that somebody puts with their words.
 *
 * @param bytes read once, by whoever takes the gift
 */
public record Gift(String name, InputStream bytes) {}
