package dev.baton.audit.export;

import dev.baton.workbook.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
final class Hashes {

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The commitment to a value; see section 1 of the evidence format. */
    static String commitment(String valueSalt, String which, String value) {
        var json = new StringBuilder("[");
        CanonicalText.quote(json, valueSalt);
        json.append(",\"").append(which).append("\",");
        CanonicalText.quote(json, value);
        return of(json.append(']').toString());
    }
}
