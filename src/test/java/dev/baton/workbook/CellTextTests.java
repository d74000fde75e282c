package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CellTextTests {

    private static final String[] PIECES = {
        "a", "Z9", " ", "  ", "_", "_x0041_", "_x00", "x", "?", "&", "<", ">", "\"", "\\", "\n", "\t", "\u0007",
        "\u007f", "é", "日", "👩", "\ud83d", "\udc69", "\ufffd", "\ufffe", "\uffff", "\u2028", "=1+1", "]]>"
    };

    private final CellText text = new CellText();

    @Test
    void byteByByteIsAsCharacterByCharacter() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var value = random.ints(1 + random.nextInt(6), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining());
            var json = new StringBuilder();
            CanonicalText.append(json, value);
            text.take(value);
            assertThat(xml())
                    .as(value)
                    .isEqualTo(ExactText.escaped(value)
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"));
            assertThat(line()).as(value).isEqualTo(json.toString());
        }
    }

    @Test
    void whiteSpaceAtAnEndOrWithinLinesIsKept() {
        for (var value : new String[] {" a", "a ", " ", "a\nb", "\ta"}) {
            text.take(value);
            assertThat(text.isSpaced()).as(value).isTrue();
        }
        text.take("a b & c");
        assertThat(text.isSpaced()).isFalse();
    }

    private String xml() {
        var bytes = new Bytes();
        text.appendXml(bytes);
        return told(bytes);
    }

    private String line() {
        var bytes = new Bytes();
        text.appendJson(bytes);
        return told(bytes);
    }

    private static String told(Bytes bytes) {
        return new String(bytes.data(), 0, bytes.size(), StandardCharsets.UTF_8);
    }
}
