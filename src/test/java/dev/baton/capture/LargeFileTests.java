package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.store.LocalStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film goes in, is checked and comes out in a Java whose whole heap is 24 MB; with -Dlarge=true one of a gigabyte. */
class LargeFileTests {

    private static final String FILM = String.valueOf(1024L * 1024 * 1024);
    private static final String SHORT_FILM = String.valueOf(192L * 1024 * 1024);

    @TempDir
    private Path folder;

    @Test
    void needsABlockOfMemoryWhateverTheSize() throws Exception {
        var size = Boolean.getBoolean("large") ? FILM : SHORT_FILM;
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Keeping.class.getName(),
                        folder.toString(),
                        size)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("read " + size);
    }

    /** What runs in the small Java. */
    static final class Keeping {

        private Keeping() {}

        public static void main(String[] args) throws IOException {
            var folder = Path.of(args[0], "files");
            var size = Long.parseLong(args[1]);
            var shelf = new FileShelf(new LocalStore(folder), FilesSettings.in(folder), Clock.systemUTC());
            var arrived = shelf.receive(new Generated(size), size);
            shelf.keep(arrived);
            shelf.drop(arrived);
            if (!shelf.isIntact(arrived.sha256(), size)) {
                throw new IllegalStateException("not what was kept");
            }
            try (var bytes = shelf.open(arrived.sha256(), 0, size)) {
                System.out.println("read " + bytes.transferTo(java.io.OutputStream.nullOutputStream()));
            }
        }
    }

    /** So many bytes from nowhere. */
    static final class Generated extends InputStream {

        private long left;

        Generated(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 7 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(length, left);
            Arrays.fill(target, offset, offset + n, (byte) (left & 0x7f));
            left -= n;
            return n;
        }
    }
}
