package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.FileRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The folder with the bytes of evidence files, each under its own SHA-256: equal files are kept once. */
@Component
class FileShelf {

    static final long LARGEST = 25L * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final Path directory;

    FileShelf(FilesSettings settings) {
        this.directory = settings.directory().toAbsolutePath().normalize();
    }

    /** Bytes that have arrived but do not belong to anything yet. */
    record Arrived(Path file, String sha256, long size) {}

    /** Takes the bytes in, block by block, hashing as they come; more than 25 MB or none at all are refused. */
    Arrived receive(InputStream bytes) {
        try {
            Files.createDirectories(directory);
            var file = Files.createTempFile(directory, ".incoming-", ".tmp");
            try {
                return copy(bytes, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload could not be stored", e);
        }
    }

    private static Arrived copy(InputStream bytes, Path file) throws IOException {
        var digest = sha256();
        var block = new byte[BLOCK];
        long size = 0;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int n = bytes.read(block); n >= 0; n = bytes.read(block)) {
                size += n;
                if (size > LARGEST) {
                    throw new FileRefused("capture.file-too-large", LARGEST / (1024 * 1024));
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
        return new Arrived(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Puts arrived bytes in their place, in one step. */
    void keep(Arrived arrived) {
        try {
            var place = place(arrived.sha256());
            Files.createDirectories(place.getParent());
            Files.move(arrived.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be put in its place", e);
        }
    }

    /** Throws away bytes that were not kept. */
    void drop(Arrived arrived) {
        delete(arrived.file());
    }

    /** Removes bytes that nothing refers to any more. */
    void remove(String sha256) {
        delete(place(sha256));
    }

    /** Where the bytes with this hash lie. */
    Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Whether the bytes are there and still have the hash they are kept under. */
    boolean isIntact(String sha256, long size) {
        var place = place(sha256);
        try (var in = Files.newInputStream(place)) {
            if (Files.size(place) != size) {
                return false;
            }
            var digest = sha256();
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be removed", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
