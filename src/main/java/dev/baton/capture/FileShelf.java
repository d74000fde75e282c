package dev.baton.capture;

import dev.baton.Digests;
import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.store.BlobStore;
import dev.baton.capture.store.BlobStore.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The bytes of evidence files, each under its own SHA-256: equal files are kept once. Nothing here holds more than a
 * block of a file in memory.
 */
@Component
class FileShelf {

    private static final int BLOCK = 64 * 1024;
    private static final int MOST_MARKS = 10_000;

    private final BlobStore store;
    private final Path directory;
    private final FilesSettings settings;
    private final Clock clock;
    private final Map<String, Verified> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > MOST_MARKS;
        }
    });

    FileShelf(BlobStore store, FilesSettings settings, Clock clock) {
        this.store = store;
        this.directory = settings.directory().toAbsolutePath().normalize();
        this.settings = settings;
        this.clock = clock;
    }

    /** Bytes that have arrived but do not belong to anything yet. */
    record Arrived(Path file, String sha256, long size) {}

    private record Verified(Stamp stamp, Instant at) {}

    /** Takes the bytes in, block by block, hashing as they come; more than {@code largest} or none at all are refused. */
    Arrived receive(InputStream bytes, long largest) {
        try {
            Files.createDirectories(directory);
            var file = Files.createTempFile(directory, UploadFolder.INCOMING, ".tmp");
            try {
                return copy(bytes, file, largest);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload could not be stored", e);
        }
    }

    private static Arrived copy(InputStream bytes, Path file, long largest) throws IOException {
        var digest = Digests.sha256();
        var block = new byte[BLOCK];
        long size = 0;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
                size += n;
                if (size > largest) {
                    throw new FileRefused("capture.file-too-large", largest / (1024 * 1024));
                }
                digest.update(block, 0, n);
                var buffer = ByteBuffer.wrap(block, 0, n);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            out.force(true);
        }
        if (size == 0) {
            throw new FileRefused("capture.file-empty");
        }
        return new Arrived(file, Digests.hex(digest), size);
    }

    /** Puts arrived bytes in their place, in one step. */
    void keep(Arrived arrived) {
        store.put(arrived.file(), arrived.sha256());
    }

    /** Whether something of this length lies in the place of these bytes. */
    boolean holds(String sha256, long size) {
        return store.stamp(sha256).filter(stamp -> stamp.size() == size).isPresent();
    }

    /** Whether anything lies in the place of these bytes. */
    boolean isThere(String sha256) {
        return store.stamp(sha256).isPresent();
    }

    /** Throws away bytes that were not kept. */
    void drop(Arrived arrived) {
        try {
            Files.deleteIfExists(arrived.file());
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be removed", e);
        }
    }

    /** Removes bytes that nothing refers to any more. */
    void remove(String sha256) {
        verified.remove(sha256);
        store.remove(sha256);
    }

    /** The bytes from {@code first} on, {@code length} of them, as they lie there. */
    InputStream open(String sha256, long first, long length) throws IOException {
        return store.open(sha256, first, length);
    }

    /** Whether the bytes are there and still have the hash they are kept under; reads all of them. */
    boolean isIntact(String sha256, long size) {
        verified.remove(sha256);
        var before = store.stamp(sha256);
        if (before.isEmpty()
                || before.get().size() != size
                || !hash(sha256, size).equals(sha256)) {
            return false;
        }
        verified.put(sha256, new Verified(before.get(), clock.instant()));
        return true;
    }

    /**
     * As {@link #isIntact}, but bytes that were checked a short while ago and not written since are not read again. A
     * player asks for a film in hundreds of ranges; reading a gigabyte for each would stop it. Nothing goes out unchecked
     * all the same: the first range waits for the check of the whole, whoever writes to the file ends the trust at once
     * through size, times and identity of the entry, and what a failing disk does behind them is found after the
     * configured time.
     */
    boolean isTrusted(String sha256, long size) {
        var last = verified.get(sha256);
        if (last != null
                && clock.instant().isBefore(last.at().plus(settings.trustVerified()))
                && store.stamp(sha256).filter(last.stamp()::equals).isPresent()) {
            return true;
        }
        return isIntact(sha256, size);
    }

    private String hash(String sha256, long size) {
        try (var in = store.open(sha256, 0, size)) {
            var digest = Digests.sha256();
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return Digests.hex(digest);
        } catch (IOException e) {
            return "";
        }
    }
}
