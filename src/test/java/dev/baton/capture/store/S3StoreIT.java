package dev.baton.capture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store of evidence against a real server of the S3 protocol, which checks every signature. */
class S3StoreIT {

    private static final String BUCKET = "evidence";
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    static Path folder;

    private static Process server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // In the file system's back end a bucket is a folder.
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        var settings = folder.resolve("s3proxy.conf");
        Files.writeString(
                settings,
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=key-of-the-test
                s3proxy.credential=secret-of-the-test
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, folder.resolve("data")));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new ProcessBuilder(java, "-jar", "target/s3-server/s3proxy.jar", "--properties", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        waitUntilListening();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void keepsHandsOutAndRemoves() throws IOException {
        try (var store = store("secret-of-the-test")) {
            assertThat(store.stamp(HASH)).isEmpty();
            store.put(file("abcdef"), HASH);
            assertThat(store.stamp(HASH)).get().satisfies(stamp -> assertThat(stamp.size())
                    .isEqualTo(6));
            try (var whole = store.open(HASH, 0, 6)) {
                assertThat(text(whole.readAllBytes())).isEqualTo("abcdef");
            }
            try (var part = store.open(HASH, 2, 3)) {
                assertThat(text(part.readAllBytes())).isEqualTo("cde");
            }
            store.remove(HASH);
            store.remove(HASH);
            assertThat(store.stamp(HASH)).isEmpty();
        }
    }

    @Test
    void aWriteBehindItsBackChangesTheMark() throws IOException {
        try (var store = store("secret-of-the-test")) {
            var other = HASH.replace('b', 'c');
            store.put(file("abc"), other);
            var before = store.stamp(other);
            store.put(file("abd"), other);
            assertThat(store.stamp(other)).isNotEqualTo(before);
        }
    }

    @Test
    void aWrongKeyOrASilentServerIsSaid() throws IOException {
        try (var stranger = store("another-secret")) {
            var file = file("abc");
            assertThatThrownBy(() -> stranger.put(file, HASH)).isInstanceOf(StoreUnreachable.class);
        }
        try (var nobody = new S3Store(new S3Settings(
                BUCKET, "", URI.create("http://127.0.0.1:1"), "us-east-1", "key-of-the-test", "x", true))) {
            assertThatThrownBy(() -> nobody.stamp(HASH)).isInstanceOf(StoreUnreachable.class);
        }
    }

    @Test
    void settingsNeverTellTheirKeys() {
        assertThat(settings("secret-of-the-test").toString()).doesNotContain("secret-of-the-test", "key-of-the-test");
    }

    private static S3Store store(String secret) {
        return new S3Store(settings(secret));
    }

    private static S3Settings settings(String secret) {
        return new S3Settings(
                BUCKET, "baton/", URI.create("http://127.0.0.1:" + port), "us-east-1", "key-of-the-test", secret, true);
    }

    private static Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("upload.bin"), text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void waitUntilListening() throws Exception {
        for (int i = 0; i < 300; i++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                assertThat(server.isAlive())
                        .as(Files.readString(folder.resolve("s3proxy.log")))
                        .isTrue();
                Thread.sleep(100);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("s3proxy.log")));
    }
}
