package dev.baton.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The keys that keep ballots shut and that tell whether somebody has answered. They lie in files and never in the
 * database; whoever has only one of the two learns nothing. A key that has done its work is thrown away, so that not even
 * both together, kept from then, open what was opened once.
 */
@Component
class PulseSeal {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    /** Every ballot is as long as the longest, so that its length tells nothing. */
    private static final int PADDED = 2_048;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    PulseSeal(PulseSettings settings) {
        this.folder = settings.seals().toAbsolutePath().normalize();
    }

    /** Shuts a ballot with the key of that name. */
    byte[] seal(UUID seal, String ballot) {
        var text = ballot.getBytes(StandardCharsets.UTF_8);
        if (text.length > PADDED - Integer.BYTES) {
            throw new IllegalArgumentException("A ballot of " + text.length + " bytes");
        }
        var padded = new byte[PADDED];
        java.nio.ByteBuffer.wrap(padded).putInt(text.length).put(text);
        var sealed = new byte[NONCE];
        RANDOM.nextBytes(sealed);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key(sealFile(seal)), sealed);
            var shut = cipher.doFinal(padded);
            var whole = Arrays.copyOf(sealed, NONCE + shut.length);
            System.arraycopy(shut, 0, whole, NONCE, shut.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** Opens a ballot that the key of that name has shut. */
    String open(UUID seal, byte[] sealed) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key(sealFile(seal)), Arrays.copyOf(sealed, NONCE));
            var padded = java.nio.ByteBuffer.wrap(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
            var text = new byte[padded.getInt()];
            padded.get(text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of these ballots is gone", e);
        }
    }

    /** What this key shut stays shut from now on, wherever a copy of it lies. */
    void forgetSeal(UUID seal) {
        delete(sealFile(seal));
    }

    /** What stands for somebody in a round; nobody can tell whom without the round's key. */
    byte[] mark(UUID round, String username) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(folder.resolve(round + ".mark")), "HmacSHA256"));
            return mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** The round is over. */
    void forgetMarks(UUID round) {
        delete(folder.resolve(round + ".mark"));
    }

    private Path sealFile(UUID seal) {
        return folder.resolve(seal + ".seal");
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The key in that file; made when it is not there yet, by whichever node comes first. */
    private byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A key of the pulse cannot be read", e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        var key = new byte[KEY];
        RANDOM.nextBytes(key);
        var beside = folder.resolve(".making-" + UUID.randomUUID());
        Files.write(beside, key, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        try {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException e) {
            // a file system without owners and groups
        }
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // another node was first
        } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
            Files.copy(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A key of the pulse cannot be thrown away", e);
        }
    }
}
