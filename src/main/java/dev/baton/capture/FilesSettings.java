package dev.baton.capture;

import dev.baton.capture.store.S3Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where evidence files are kept and how large they may be.
 *
 * @param directory the folder of files on their way in, of thumbnails and, without a bucket, of all files; made when it
 *     is not there
 * @param largest of documents and pictures
 * @param largestRecording of sound and film
 * @param trustVerified how long after a full check ranges of an untouched file are handed out without another one
 * @param s3 another store than the folder
 */
@ConfigurationProperties("baton.files")
record FilesSettings(
        @DefaultValue("./data/files") Path directory,
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("1GB") DataSize largestRecording,
        @DefaultValue("10m") Duration trustVerified,
        @Nullable S3Settings s3) {

    /** This folder, and otherwise what is usual. */
    static FilesSettings in(Path directory) {
        return new FilesSettings(
                directory, DataSize.ofMegabytes(25), DataSize.ofGigabytes(1), Duration.ofMinutes(10), null);
    }

    /** The largest upload of all, with room for what a form adds. */
    DataSize largestUpload() {
        return DataSize.ofBytes(Math.max(largest.toBytes(), largestRecording.toBytes()) + 1024 * 1024);
    }
}
