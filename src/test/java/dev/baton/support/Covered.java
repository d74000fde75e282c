package dev.baton.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Says in the build how much of something the tests have been through. */
public final class Covered {

    private static final Path REPORT = Path.of("target", "covered.txt");

    private Covered() {}

    /** Prints how many of these were met, keeps the line in {@code target/covered.txt}, and returns the others. */
    public static Set<String> tell(String what, Collection<String> drawn, Collection<String> met) {
        var left = new TreeSet<>(drawn);
        left.removeAll(met);
        var line = "[covered] " + what + ": " + (drawn.size() - left.size()) + " of " + drawn.size()
                + (left.isEmpty() ? "" : ", not " + String.join(", ", left));
        System.out.println(line);
        try {
            Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }
}
