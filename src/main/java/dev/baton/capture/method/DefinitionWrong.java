package dev.baton.capture.method;

import dev.baton.StartRefused;

/** A method's file does not define a method; says the file, the line (from 1) and the reason. */
public final class DefinitionWrong extends StartRefused {

    private static final long serialVersionUID = 1L;

    DefinitionWrong(String file, int line, String reason) {
        super("Method definition " + file + ", line " + line + ": " + reason);
    }
}
