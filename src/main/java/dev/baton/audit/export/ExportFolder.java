package dev.baton.audit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder in which exports are made; only the product can read it. */
@Component
class ExportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);

    private static final String NODE = "node";

    private final Path directory;

    ExportFolder(ExportSettings settings) {
        this.directory = settings.directory().toAbsolutePath();
    }

    /** What this node is called; the same after a restart. */
    String node() {
        var name = directory.resolve(NODE);
        try {
            if (!Files.exists(name)) {
                Files.createDirectories(directory, permissions("rwx------"));
                Files.writeString(name, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
            }
            return Files.readString(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of an export. */
    Path file(UUID export) {
        return directory.resolve(export.toString());
    }

    /** Begins the file of an export. */
    OutputStream begin(UUID export) throws IOException {
        Files.createDirectories(directory, permissions("rwx------"));
        var file = Files.createFile(file(export), permissions("rw-------"));
        return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    /** Deletes whatever an export left. */
    void discard(UUID export) {
        delete(file(export));
    }

    /** Deletes everything but the files of these exports. */
    void keepOnly(Set<UUID> exports) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        var names = exports.stream().map(UUID::toString).toList();
        try (var files = Files.newDirectoryStream(directory)) {
            files.forEach(file -> {
                if (!file.endsWith(NODE) && !names.contains(String.valueOf(file.getFileName()))) {
                    delete(file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} of an export could not be deleted; it is tried again at the next start", file, e);
        }
    }

    private FileAttribute<?>[] permissions(String permissions) {
        var posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
