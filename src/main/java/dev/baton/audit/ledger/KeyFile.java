package dev.baton.audit.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/** The private key on disk, for its owner's eyes only, and next to it a successor that is being put in place. */
final class KeyFile {

    private final Path file;
    private final Path next;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
        this.next = this.file.resolveSibling(this.file.getFileName() + ".next");
    }

    Path path() {
        return file;
    }

    Optional<Ed25519.Pair> current() throws IOException {
        return read(file);
    }

    Optional<Ed25519.Pair> successor() throws IOException {
        return read(next);
    }

    void write(Ed25519.Pair key) throws IOException {
        writeSuccessor(key);
        promote();
    }

    void writeSuccessor(Ed25519.Pair key) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(next);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(next, options, ownerOnly())) {
            var bytes = ByteBuffer.wrap(key.pem().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Puts the successor in the key's place, in one step. */
    void promote() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Ed25519.Pair> read(Path path) throws IOException {
        return Files.exists(path) ? Optional.of(Ed25519.parse(Files.readString(path))) : Optional.empty();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
