package dev.baton.transfer;

/**
 * A transfer that came into being by import.
 *
 * @param steps how many process steps it has
 */
public record Imported(TransferId id, int steps) {}
