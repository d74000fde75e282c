package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The test vectors of the evidence format are what the verifier computes, so that another one can be built on them. */
class TestVectorsTests {

    private final String page = read();
    private final JavaVerifier verifier = new JavaVerifier();

    @Test
    void leafAndItsHash() {
        var leaf = block(0);

        assertThat(page).contains("Its hash is `" + hex(leafHash(leaf)) + "`");
        for (var member : List.of("\"act\":\"changed\"", "\"no\":7", "\"reason\":null", "\"zone\":\"Europe/London\"")) {
            var split = member.split(":", 2);
            assertThat(verifier.call("has", leaf, split[0].replace("\"", ""), split[1]))
                    .isEqualTo(true);
        }
        assertThat(verifier.call("has", leaf, "no", "71")).isEqualTo(false);
    }

    @Test
    void commitments() {
        var salt = "00000000-0000-4000-8000-000000000002";

        for (var value : List.of(List.of("old", "37"), List.of("new", "37.5"), List.of("new", ""))) {
            var commitment = (String) verifier.call("commitment", salt, value.get(0), value.get(1));
            assertThat(page).contains("`" + commitment.replace("\"", "") + "`");
        }
    }

    @Test
    void treeOfFiveLeaves() {
        var leaves = new byte[5][];
        for (int i = 0; i < 5; i++) {
            leaves[i] = leafHash(Character.toString(i));
            assertThat(page).contains("| " + i + " | `" + hex(leaves[i]) + "` |");
        }
        var left = node(node(leaves[0], leaves[1]), node(leaves[2], leaves[3]));
        assertThat(page).contains("of 0 to 3 `" + hex(left) + "`", "of all five `" + hex(node(left, leaves[4])) + "`");
        assertThat(block(1)).contains("\"rootHash\":\"" + hex(node(left, leaves[4])) + "\"");
    }

    @Test
    void checkpointAndItsSignature() throws GeneralSecurityException {
        var key = Base64.getDecoder().decode(found("Public key `([^`]+)`"));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(block(1).getBytes(StandardCharsets.UTF_8));

        assertThat(signature.verify(Base64.getDecoder().decode(found("signature `([^`]+)`\\."))))
                .isTrue();
        assertThat(hex(MessageDigest.getInstance("SHA-256").digest(key)))
                .startsWith(found("`keyId` `([0-9a-f]{16})`, signature"));
    }

    @Test
    void rowLineAndChecks() {
        var row = new String[] {"n7", "s2026-03-01T09:30:00.123456Z", null, "s=1+1"};

        assertThat(page)
                .contains("row line `"
                        + new String((byte[]) verifier.call("line", (Object) row), StandardCharsets.UTF_8).strip()
                        + "`");
        for (int c = 0; c < row.length; c++) {
            assertThat(page).contains("`" + verifier.call("crc", row, c) + "`");
        }
        assertThat(page).contains("of `s°C` `" + verifier.call("crc", new String[] {"s°C"}, 0) + "`");
        var headings = new String[] {"sPart", "sName", "sValue", "sMore", "sRow", "sCheck"};
        var check = IntStream.range(0, headings.length)
                .mapToObj(c -> (String) verifier.call("crc", headings, c))
                .collect(Collectors.joining());
        assertThat(page).contains("`" + check + "`");
    }

    private static byte[] leafHash(String leaf) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("\0" + leaf).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String block(int n) {
        return Pattern.compile("(?s)```\n(.*?)\n```")
                .matcher(page)
                .results()
                .skip(n)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private String found(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String read() {
        try {
            var page = Files.readString(Path.of("docs/evidence-format.md"));
            return page.substring(page.indexOf("## 6. Test vectors"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
