package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What goes into the zip comes out of it, whatever its length and however it is handed over. */
class BlockDeflaterTests {

    private static final int BLOCK = 1 << 18;

    @Property(tries = 40)
    void everyLengthComesBack(
            @ForAll @IntRange(max = 5 * BLOCK) int length,
            @ForAll @IntRange(min = 1, max = 300_000) int portion,
            @ForAll long seed,
            @ForAll boolean compressible)
            throws IOException {
        var bytes = bytes(length, seed, compressible);

        assertThat(unpacked(packed(portion, bytes, new byte[] {1, 2, 3}))).isEqualTo(bytes);
    }

    @Test
    void lengthsAroundABlockComeBack() throws IOException {
        for (int length : new int[] {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK}) {
            var bytes = bytes(length, length, true);

            assertThat(unpacked(packed(BLOCK, bytes, new byte[] {1, 2, 3})))
                    .as("%d bytes", length)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void whatRepeatsGetsSmaller() throws IOException {
        assertThat(packed(1_000, bytes(3 * BLOCK, 1, true), new byte[0])).hasSizeLessThan(BLOCK);
    }

    @Test
    void aZipThatIsGivenUpHalfWayGivesItsMemoryBack() throws IOException {
        for (int i = 0; i < 200; i++) {
            var zip = new BlockZip(new ByteArrayOutputStream());
            zip.putNextEntry(new ZipEntry("half"));
            zip.write(bytes(2 * BLOCK + 5, i, true));
            zip.release();
            zip.release();
        }
    }

    /** The first entry, then the second to show that the first left nothing behind. */
    private static byte[] packed(int portion, byte[] first, byte[] second) throws IOException {
        var out = new ByteArrayOutputStream();
        var zip = new BlockZip(out);
        for (var bytes : new byte[][] {first, second}) {
            zip.putNextEntry(new ZipEntry(bytes == first ? "first" : "second"));
            for (int from = 0; from < bytes.length; from += portion) {
                zip.write(bytes, from, Math.min(portion, bytes.length - from));
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.release();
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            assertThat(zip.getNextEntry()).isNotNull();
            var first = zip.readAllBytes();
            assertThat(zip.getNextEntry()).isNotNull();
            assertThat(zip.readAllBytes()).hasSizeLessThan(4);
            return first;
        }
    }

    private static byte[] bytes(int length, long seed, boolean compressible) {
        var bytes = new byte[length];
        var random = new Random(seed);
        random.nextBytes(bytes);
        if (compressible) {
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) ('a' + (bytes[i] & 3));
            }
        }
        return bytes;
    }
}
