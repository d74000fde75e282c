package dev.baton.capture;

/**
 * How many of the hits have one value.
 *
 * @param name step, kind, sense, state or person
 * @param value what to search with
 * @param label what to show where the value is only an id; else the value
 */
public record SearchFacet(String name, String value, String label, long hits) {}
