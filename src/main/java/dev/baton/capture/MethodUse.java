package dev.baton.capture;

/**
 * The method that answers belong to, exactly as it was defined then.
 *
 * @param definition SHA-256 of the definition's text
 */
public record MethodUse(String id, int version, String definition) {}
