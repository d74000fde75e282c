package dev.baton.capture.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps bytes under the SHA-256 they have (64 hexadecimal characters), and hands them out in any range. */
public interface BlobStore extends AutoCloseable {

    /**
     * What can be known of kept bytes without reading them.
     *
     * @param size bytes
     * @param mark changes whenever the bytes are written anew
     */
    record Stamp(long size, String mark) {}

    /** Puts the bytes of a file in their place, in one step, over whatever lies there; the file stays. */
    void put(Path file, String sha256);

    /** What can be known of the bytes, or nothing when there are none. */
    Optional<Stamp> stamp(String sha256);

    /** The bytes from {@code first} on, {@code length} of them; closed by the caller. */
    InputStream open(String sha256, long first, long length) throws IOException;

    /** Removes the bytes; nothing happens when there are none. */
    void remove(String sha256);

    /** Lets go of connections. */
    @Override
    void close();
}
