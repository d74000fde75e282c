package dev.baton.capture.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/** A folder: the file with the hash {@code abcd…} is {@code ab/abcd…}. */
public final class LocalStore implements BlobStore {

    private final Path directory;

    /** Over this folder; it is made when the first file comes. */
    public LocalStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(Path file, String sha256) {
        try {
            var place = place(sha256);
            Files.createDirectories(place.getParent());
            var beside = place.resolveSibling(".moving-" + UUID.randomUUID());
            try {
                link(file, beside);
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be put in its place", e);
        }
    }

    @Override
    public Optional<Stamp> stamp(String sha256) {
        var place = place(sha256);
        try {
            var basic = Files.readAttributes(place, BasicFileAttributes.class);
            return Optional.of(new Stamp(basic.size(), mark(place, basic)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnreachable(e);
        }
    }

    @Override
    public InputStream open(String sha256, long first, long length) throws IOException {
        var channel = FileChannel.open(place(sha256), StandardOpenOption.READ);
        try {
            return new Limited(Channels.newInputStream(channel.position(first)), length);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be removed", e);
        }
    }

    @Override
    public void close() {
        // A folder holds nothing open.
    }

    /** Where the bytes with this hash lie. */
    public Path place(String sha256) {
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** A second name costs nothing; where the file system knows none, the bytes are copied. */
    private static void link(Path file, Path other) throws IOException {
        try {
            Files.createLink(other, file);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, other);
        }
    }

    /** The time of the last change of the entry itself can be set by nobody; not every file system has one. */
    private static String mark(Path place, BasicFileAttributes basic) throws IOException {
        var modified = basic.lastModifiedTime() + " " + basic.fileKey();
        try {
            return modified + " " + Files.getAttribute(place, "unix:ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return modified;
        }
    }

    /** At most so many bytes of a stream. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            int c = super.read();
            left -= c < 0 ? 0 : 1;
            return c;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int n = super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
