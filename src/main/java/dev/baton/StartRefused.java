package dev.baton;

/** Baton cannot start; the message says what to set or to stop. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String what) {
        super(what);
    }
}
