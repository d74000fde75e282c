package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.capture.store.LocalStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes on disk under their own hash. */
class FileShelfTests {

    private static final long LARGEST = 25L * 1024 * 1024;

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    private LocalStore store;
    private FileShelf shelf;

    @BeforeEach
    void open() {
        store = new LocalStore(folder);
        shelf = new FileShelf(store, FilesSettings.in(folder), clock);
    }

    @Test
    void keepsBytesUnderTheirHash() throws IOException {
        var arrived = shelf.receive(bytes("abc"), LARGEST);
        shelf.keep(arrived);
        shelf.drop(arrived);

        assertThat(arrived.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Files.readString(store.place(arrived.sha256()))).isEqualTo("abc");
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isTrue();
    }

    @Test
    void noticesOneChangedByteAndAMissingFile() throws IOException {
        var arrived = shelf.receive(bytes("abc"), LARGEST);
        shelf.keep(arrived);
        Files.writeString(store.place(arrived.sha256()), "abd");
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isFalse();
        shelf.remove(arrived.sha256());
        assertThat(shelf.isIntact(arrived.sha256(), 3)).isFalse();
    }

    @Test
    void refusesNothingAndTooMuchAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> shelf.receive(bytes(""), LARGEST)).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> shelf.receive(new Endless(), LARGEST)).isInstanceOf(FileRefused.class);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void trustsCheckedBytesForAWhileUnlessSomebodyWrites() throws IOException {
        var arrived = shelf.receive(bytes("abc"), LARGEST);
        shelf.keep(arrived);
        shelf.drop(arrived);
        var place = store.place(arrived.sha256());
        assertThat(shelf.isTrusted(arrived.sha256(), 3)).isTrue();

        var times = Files.getLastModifiedTime(place);
        Files.writeString(place, "abd");
        Files.setLastModifiedTime(place, times);
        assertThat(shelf.isTrusted(arrived.sha256(), 3)).isFalse();
        assertThat(shelf.isTrusted(arrived.sha256(), 3)).isFalse();
    }

    @Test
    void handsOutAnyRange() throws IOException {
        var arrived = shelf.receive(bytes("abcdef"), LARGEST);
        shelf.keep(arrived);
        try (var part = shelf.open(arrived.sha256(), 2, 3)) {
            assertThat(part.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("cde");
        }
    }

    @Test
    void keepsTheSameBytesTwiceOverDamagedOnes() throws IOException {
        var first = shelf.receive(bytes("abc"), LARGEST);
        shelf.keep(first);
        Files.writeString(store.place(first.sha256()), "abd");
        shelf.drop(first);
        var second = shelf.receive(bytes("abc"), LARGEST);
        shelf.keep(second);
        assertThat(shelf.isIntact(second.sha256(), 3)).isTrue();
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
