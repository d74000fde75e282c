package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.FileAltered;
import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.FileShelf.Arrived;
import dev.baton.capture.store.BlobStore;
import dev.baton.capture.store.LocalStore;
import dev.baton.capture.store.S3Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The door to a shelf of its own for pictures and recordings that go with words between people and not with evidence:
 * the same closed list of kinds by ending and first bytes, kept under the hash of their bytes, checked when read.
 */
@Component
public class Keepsakes implements DisposableBean {

    private static final String PLACE = "keepsakes";

    private final BlobStore store;
    private final FileShelf shelf;
    private final Thumbnails thumbnails;
    private final FilesSettings settings;

    Keepsakes(FilesSettings settings, Thumbnails thumbnails, Clock clock) {
        var s3 = settings.s3();
        this.store = s3 == null || s3.bucket().isBlank()
                ? new LocalStore(
                        settings.directory().toAbsolutePath().normalize().resolve(PLACE))
                : new S3Store(s3.under(PLACE + "/"));
        this.shelf = new FileShelf(store, settings, clock);
        this.thumbnails = thumbnails;
        this.settings = settings;
    }

    /**
     * Takes a picture or a recording in; outside of any transaction, since the bytes may take their time.
     *
     * @throws FileRefused when it is neither, too large, empty, or not what its name says
     */
    public FileView keep(String name, InputStream bytes) {
        FileNames.check(name);
        FileKinds.checkEnding(name);
        var arrived = shelf.receive(
                bytes, (FileKinds.isRecording(name) ? settings.largestRecording() : settings.largest()).toBytes());
        try {
            return kept(name, arrived);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload could not be read again", e);
        } finally {
            shelf.drop(arrived);
        }
    }

    /** The bytes from {@code first} on, {@code length} of them, checked as for evidence; closed by the caller. */
    public InputStream open(FileView file, long first, long length) throws IOException {
        if (!shelf.isTrusted(file.sha256(), file.size())) {
            throw new FileAltered(file.name());
        }
        return shelf.open(file.sha256(), first, length);
    }

    /** A small picture of a picture, as JPEG. */
    public Path thumbnail(FileView file) {
        return thumbnails.of(file, (first, length) -> open(file, first, length));
    }

    /** Whether anything lies in the place of these bytes. */
    public boolean isThere(String sha256) {
        return shelf.isThere(sha256);
    }

    /** Whether the bytes are there and still have the hash they are kept under; reads all of them. */
    public boolean isIntact(String sha256, long size) {
        return shelf.isIntact(sha256, size);
    }

    @Override
    public void destroy() {
        store.close();
    }

    private FileView kept(String name, Arrived arrived) throws IOException {
        var mediaType = FileKinds.mediaType(name, arrived.file());
        if (!mediaType.startsWith("image/") && !FileKinds.isRecording(name)) {
            throw new FileRefused("capture.keepsake-kind");
        }
        shelf.keep(arrived);
        return new FileView(new FileId(UUID.randomUUID()), name, mediaType, arrived.sha256(), arrived.size());
    }
}
