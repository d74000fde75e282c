package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.CaptureRefusals.Unknown;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.filters.Canvas;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Small pictures of pictures, made once and kept beside the files: upright, at most 480 pixels (1600 for print), only what is to be seen
 * (no place, no camera, no name). A picture is shrunk while it is read, so that a huge one needs no more memory.
 */
@Component
class Thumbnails {

    /** Kinds that every Java reads; the others are shown as they are, or by name. */
    static final Set<String> KINDS = Set.of("image/jpeg", "image/png", "image/gif");

    private static final int LONGEST_SIDE = 480;
    private static final int LONGEST_PRINTED = 1_600;
    private static final String PRINTED = "-printed";
    private static final long MOST_PIXELS = 100_000_000;
    private static final int READ_TIMES = 4;
    private static final double QUALITY = 0.85;

    private final Path directory;
    private final Semaphore atOnce = new Semaphore(2);

    Thumbnails(FilesSettings settings) {
        this.directory = settings.directory().toAbsolutePath().normalize().resolve(".thumbnails");
        ImageIO.setUseCache(false);
    }

    /** Where the bytes of a file come from. */
    interface Bytes {
        InputStream from(long first, long length) throws IOException;
    }

    /** The small picture; made now if it is not there yet. */
    Path of(FileView file, Bytes stored) {
        return of(file, stored, LONGEST_SIDE, "");
    }

    /** The same large enough to be printed. */
    Path print(FileView file, Bytes stored) {
        return of(file, stored, LONGEST_PRINTED, PRINTED);
    }

    private Path of(FileView file, Bytes stored, int longest, String suffix) {
        if (!KINDS.contains(file.mediaType())) {
            throw new Unknown();
        }
        var place = place(file.sha256() + suffix);
        if (Files.exists(place)) {
            return place;
        }
        atOnce.acquireUninterruptibly();
        try {
            Files.createDirectories(directory);
            var beside = Files.createTempFile(directory, ".making-", ".jpg");
            try {
                write(file, stored, longest, beside);
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("A thumbnail could not be kept", e);
        } finally {
            atOnce.release();
        }
    }

    /** Forgets the small picture of bytes that are no longer kept. */
    void remove(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
            Files.deleteIfExists(place(sha256 + PRINTED));
        } catch (IOException e) {
            throw new UncheckedIOException("A thumbnail could not be removed", e);
        }
    }

    private Path place(String name) {
        return directory.resolve(name + ".jpg");
    }

    private static void write(FileView file, Bytes stored, int longest, Path target) throws IOException {
        var reader = ImageIO.getImageReadersByMIMEType(file.mediaType()).next();
        try (var bytes = stored.from(0, file.size());
                var image = ImageIO.createImageInputStream(bytes);
                var out = Files.newOutputStream(target)) {
            reader.setInput(image, false, false);
            shrink(reader, longest).toOutputStream(out);
        } catch (IOException | RuntimeException e) {
            // A picture that pretends: readers fail in many ways.
            if (e instanceof FileRefused) {
                throw e;
            }
            var unreadable = new FileRefused("capture.picture-unreadable");
            unreadable.initCause(e);
            throw unreadable;
        } finally {
            reader.dispose();
        }
    }

    private static net.coobird.thumbnailator.Thumbnails.Builder<BufferedImage> shrink(ImageReader reader, int side)
            throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new FileRefused("capture.picture-too-large", MOST_PIXELS / 1_000_000);
        }
        var orientation = orientation(reader);
        var asRead = reader.getDefaultReadParam();
        var every = (int) Math.max(1, Math.max(width, height) / ((long) READ_TIMES * side));
        asRead.setSourceSubsampling(every, every, 0, 0);
        var picture = reader.read(0, asRead);
        var longest = Math.min(side, Math.max(picture.getWidth(), picture.getHeight()));
        var small = net.coobird.thumbnailator.Thumbnails.of(picture)
                .size(longest, longest)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .imageType(BufferedImage.TYPE_INT_RGB);
        if (orientation != null) {
            small.addFilter(ExifFilterUtils.getFilterForOrientation(orientation));
        }
        return picture.getColorModel().hasAlpha()
                ? small.imageType(BufferedImage.TYPE_INT_ARGB).addFilter(Thumbnails::onWhite)
                : small;
    }

    /** How the camera was held; null when that is not known. Only JPEG says so in a way that Java reads. */
    private static @Nullable Orientation orientation(ImageReader reader) {
        try {
            return reader.getFormatName().equals("JPEG") ? ExifUtils.getExifOrientation(reader, 0) : null;
        } catch (IOException | RuntimeException e) {
            return null; // what the camera wrote is broken, the picture need not be
        }
    }

    /** JPEG knows nothing see-through. */
    private static BufferedImage onWhite(BufferedImage picture) {
        return new Canvas(picture.getWidth(), picture.getHeight(), Positions.CENTER, Color.WHITE).apply(picture);
    }
}
