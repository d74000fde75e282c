package dev.baton.audit.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Signing with Ed25519 (RFC 8032), and its keys as PEM. */
final class Ed25519 {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int ID_DIGITS = 16;
    private static final int SEED = 32;
    private static final byte[] PKCS8 = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };
    private static final byte[] SPKI = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private Ed25519() {}

    /** A private key with what is published of it. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Pair(PrivateKey secret, byte[] publicKey) {

        String keyId() {
            return Ed25519.keyId(publicKey);
        }

        byte[] sign(byte[] message) {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(secret);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The ledger key cannot sign", e);
            }
        }

        /** PKCS#8 in PEM. */
        String pem() {
            return BEGIN + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + END + "\n";
        }
    }

    static Pair generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new Pair(pair.getPrivate(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
        }
    }

    /**
     * Reads a private key; the public one follows from it.
     *
     * @throws IllegalArgumentException when the text is no Ed25519 key in PKCS#8 PEM
     */
    static Pair parse(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("No PKCS#8 private key in PEM");
        }
        var der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        if (der.length < PKCS8.length + SEED || !Arrays.equals(tail(der), tail(PKCS8))) {
            throw new IllegalArgumentException("No Ed25519 key");
        }
        try {
            var seed = Arrays.copyOfRange(der, PKCS8.length, PKCS8.length + SEED);
            var plain = concat(PKCS8, seed);
            var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(plain));
            var open =
                    new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
            return new Pair(secret, concat(SPKI, open));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No Ed25519 key", e);
        }
    }

    /** Whether the key made the signature; false also for what is neither key nor signature. */
    static boolean verifies(String publicKey, byte[] message, byte[] made) {
        try {
            var spki = new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spki));
            signature.update(message);
            return signature.verify(made);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String keyId(byte[] publicKey) {
        return Sha256.hex(Sha256.of(publicKey)).substring(0, ID_DIGITS);
    }

    /** The algorithm and what follows it, apart from the key: other writers add attributes, which changes lengths. */
    private static byte[] tail(byte[] der) {
        return Arrays.copyOfRange(der, 5, 12);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        var both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
