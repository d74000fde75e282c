package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The private key survives on disk for its owner alone, and its public half follows from it. */
class KeyFileTests {

    @TempDir
    Path directory;

    @Test
    void aKeyComesBackAsItWasAndOnlyItsOwnerReadsIt() throws Exception {
        var file = new KeyFile(directory.resolve("ledger/key.pem"));
        assertThat(file.current()).isEmpty();
        var key = Ed25519.generate();
        file.write(key);

        var read = file.current().orElseThrow();
        assertThat(read.publicKey()).isEqualTo(key.publicKey()).hasSize(44);
        assertThat(read.keyId()).isEqualTo(key.keyId()).hasSize(16);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aSuccessorIsThereBesideTheKeyUntilItIsPutInPlace() throws Exception {
        var file = new KeyFile(directory.resolve("key.pem"));
        var old = Ed25519.generate();
        var next = Ed25519.generate();
        file.write(old);
        file.writeSuccessor(next);
        assertThat(file.current().orElseThrow().keyId()).isEqualTo(old.keyId());
        assertThat(file.successor().orElseThrow().keyId()).isEqualTo(next.keyId());
        file.promote();
        assertThat(file.current().orElseThrow().keyId()).isEqualTo(next.keyId());
        assertThat(file.successor()).isEmpty();
    }

    /** RFC 8032, 7.1, test 2. */
    @Test
    void signaturesAreThoseOfTheStandard() {
        var seed = java.util.HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        var key = Ed25519.parse("-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(seed) + "\n-----END PRIVATE KEY-----\n");
        assertThat(Sha256.hex(key.publicKey()))
                .endsWith("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var signature = key.sign(new byte[] {0x72});
        assertThat(Sha256.hex(signature))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        var open = Base64.getEncoder().encodeToString(key.publicKey());
        assertThat(Ed25519.verifies(open, new byte[] {0x72}, signature)).isTrue();
        assertThat(Ed25519.verifies(open, new byte[] {0x73}, signature)).isFalse();
        assertThat(Ed25519.verifies("bm8ga2V5", new byte[] {0x72}, signature)).isFalse();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (var text : new String[] {"", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}) {
            assertThatThrownBy(() -> Ed25519.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
