package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.capture.store.LocalStore;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small pictures: upright, bare of what the camera wrote, and none that could burst. */
class ThumbnailsTests {

    @TempDir
    private Path folder;

    private FileShelf shelf;
    private Thumbnails thumbnails;

    @BeforeEach
    void open() {
        shelf = new FileShelf(new LocalStore(folder), FilesSettings.in(folder), Clock.systemUTC());
        thumbnails = new Thumbnails(FilesSettings.in(folder));
    }

    @Test
    void isSmallAndKeepsItsShape() throws IOException {
        var small =
                ImageIO.read(of("image/png", encoded(picture(1600, 800), "png")).toFile());
        assertThat(small.getWidth()).isEqualTo(480);
        assertThat(small.getHeight()).isEqualTo(240);
    }

    @Test
    void neverMakesAPictureLarger() throws IOException {
        var small =
                ImageIO.read(of("image/png", encoded(picture(40, 20), "png")).toFile());
        assertThat(small.getWidth()).isEqualTo(40);
    }

    @Test
    void standsUprightAndTellsNothingOfTheCamera() throws IOException {
        var turned = withOrientation(encoded(picture(800, 400), "jpg"), 6, "Camera of the test");
        var place = of("image/jpeg", turned);
        var small = ImageIO.read(place.toFile());
        assertThat(small.getHeight()).isEqualTo(480);
        assertThat(small.getWidth()).isEqualTo(240);
        assertThat(new String(Files.readAllBytes(place), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "Camera of the test");
    }

    @Test
    void refusesAPictureThatWouldBurst() throws IOException {
        var bomb = encoded(picture(8, 8), "png");
        // Width and height stand at byte 16 and 20; their checksum follows 29 bytes from the start.
        var header = java.nio.ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var sum = new java.util.zip.CRC32();
        sum.update(bomb, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThatThrownBy(() -> of("image/png", bomb)).isInstanceOf(FileRefused.class);
    }

    @Test
    void refusesABrokenPictureAndKnowsNoneOfADocument() {
        assertThatThrownBy(() -> of("image/png", "no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> of("application/pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unknown.class);
    }

    private Path of(String mediaType, byte[] bytes) {
        var arrived = shelf.receive(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        shelf.keep(arrived);
        var view = new FileView(FileId.create(), "picture", mediaType, arrived.sha256(), arrived.size());
        return thumbnails.of(view, (first, length) -> shelf.open(view.sha256(), first, length));
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** Puts an Exif block with the camera's name and how it was held behind the first segment of a JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation, String camera) throws IOException {
        var name = (camera + "\0").getBytes(StandardCharsets.US_ASCII);
        var exif = new ByteArrayOutputStream();
        exif.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.write(HexFormat.of().parseHex("4d4d002a00000008" + "0002"));
        exif.write(HexFormat.of().parseHex("010f0002" + "%08x".formatted(name.length) + "00000026"));
        exif.write(HexFormat.of().parseHex("01120003" + "00000001" + "%04x0000".formatted(orientation)));
        exif.write(HexFormat.of().parseHex("00000000"));
        exif.write(name);
        var result = new ByteArrayOutputStream();
        result.write(jpeg, 0, 20);
        result.write(HexFormat.of().parseHex("ffe1" + "%04x".formatted(exif.size() + 2)));
        exif.writeTo(result);
        result.write(jpeg, 20, jpeg.length - 20);
        return result.toByteArray();
    }
}
