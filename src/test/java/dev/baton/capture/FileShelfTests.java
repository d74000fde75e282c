package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.FileRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes on disk under their own hash. */
class FileShelfTests {

    @TempDir
    private Path folder;

    private FileShelf shelf;

    @BeforeEach
    void open() {
        shelf = new FileShelf(new FilesSettings(folder));
    }

    @Test
    void keepsBytesUnderTheirHash() throws IOException {
        var arrived = shelf.receive(bytes("abc"));
        shelf.keep(arrived);
        shelf.drop(arrived);

        assertThat(arrived.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Files.readString(shelf.place(arrived.sha256()))).isEqualTo("abc");
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isTrue();
    }

    @Test
    void noticesOneChangedByteAndAMissingFile() throws IOException {
        var arrived = shelf.receive(bytes("abc"));
        shelf.keep(arrived);
        Files.writeString(shelf.place(arrived.sha256()), "abd");
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isFalse();
        shelf.remove(arrived.sha256());
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isFalse();
    }

    @Test
    void refusesNothingAndTooMuchAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> shelf.receive(bytes(""))).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> shelf.receive(new Endless())).isInstanceOf(FileRefused.class);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream that never ends. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
