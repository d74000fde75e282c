package dev.baton.capture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Where uploads lie while they come in. Each is deleted when its request ends, however it ends; what a crash left is
 * swept at the next start. Younger files stay: they may belong to another node on the same disk.
 */
@Component
class UploadFolder implements InitializingBean {

    /** How the names of files on their way in begin. */
    static final String INCOMING = ".incoming-";

    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(24);

    private final Path directory;
    private final Clock clock;

    UploadFolder(FilesSettings settings, Clock clock) {
        this.directory = settings.directory().toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** The folder for the parts of a form as they arrive: beside the files, where there is room for them. */
    static Path parts(FilesSettings settings) {
        return settings.directory().toAbsolutePath().normalize().resolve(".uploads");
    }

    @Override
    public void afterPropertiesSet() {
        sweep(directory, INCOMING + "*");
        sweep(directory.resolve(".uploads"), "*");
    }

    private void sweep(Path folder, String names) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var young = clock.instant().minus(LONGEST_UPLOAD);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, names)) {
            for (var file : left) {
                if (Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(young)) {
                    Files.deleteIfExists(file);
                    LOG.info("Removed what an interrupted upload had left: {}", file.getFileName());
                }
            }
        } catch (IOException e) {
            LOG.warn("The folder of uploads could not be swept", e);
        }
    }
}
