package dev.baton.audit.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the proof about rows, which are known long before they may be written. They wait in a file that only this
 * process can read: its key never leaves memory, so that even a killed process leaves no clear text behind.
 */
final class ProofSpool implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final byte[] key = new byte[16];
    private final DataOutputStream out;
    private long lines;

    ProofSpool(Path file) throws IOException {
        this.file = file;
        new SecureRandom().nextBytes(key);
        this.out = new DataOutputStream(new BufferedOutputStream(
                new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE)), BUFFER));
    }

    /** One line about one row. */
    record Line(String where, String check, @Nullable String leafHash, @Nullable String rest) {}

    /** Takes the lines back. */
    @FunctionalInterface
    interface Reader {

        void line(Line line);
    }

    void add(Line line) {
        try {
            text(line.where());
            text(line.check());
            text(line.leafHash());
            text(line.rest());
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void read(Reader reader) throws IOException {
        out.close();
        try (var in = new DataInputStream(new BufferedInputStream(
                new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE)), BUFFER))) {
            for (long i = 0; i < lines; i++) {
                reader.line(new Line(required(in), required(in), text(in), text(in)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void text(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String required(DataInputStream in) throws IOException {
        var text = text(in);
        if (text == null) {
            throw new IOException("The lines of the proof are damaged");
        }
        return text;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        }
    }
}
