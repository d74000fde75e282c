package dev.baton.capture;

/** How many steps of a transfer have at least one item that far; nothing hidden counts as far as approved. */
public record Coverage(int captured, int reviewed, int approved, int transferred) {

    /** Before anything was captured. */
    public static final Coverage NONE = new Coverage(0, 0, 0, 0);
}
