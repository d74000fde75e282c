package dev.baton.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An exported workbook, waiting to be sent. Close it to delete it.
 *
 * @param name what it is called on the receiver's machine
 */
public record TrailFile(Path path, String name) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
