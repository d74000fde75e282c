package dev.baton.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of a cell on its way into XML and canonical JSON: byte by byte where that is safe, as nearly always, and
 * character by character where it is not.
 */
final class CellText {

    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");

    private static final byte MARKED_IN_XML = 1;
    private static final byte MARKED_IN_JSON = 2;
    private static final byte RARE = 4;
    private static final byte BEYOND_ASCII = 8;

    /** What an ASCII character may be: marked in XML or JSON, or rare enough to look twice. */
    private static final byte[] SORTS = sorts();

    private final StringBuilder json = new StringBuilder();
    private String text = "";
    private byte[] utf8 = new byte[0];
    private boolean unusual;
    private boolean markedInXml;
    private boolean markedInJson;

    /** Takes a text that is not empty. */
    void take(String taken) {
        text = taken;
        utf8 = taken.getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (byte one : utf8) {
            found |= one < 0 ? BEYOND_ASCII : SORTS[one];
        }
        unusual = (found & (RARE | BEYOND_ASCII)) != 0 && isUnusual();
        markedInXml = (found & MARKED_IN_XML) != 0;
        markedInJson = (found & MARKED_IN_JSON) != 0;
    }

    /** Its UTF-8; half a surrogate pair is a question mark there. */
    byte[] utf8() {
        return utf8;
    }

    /** Whether programs that read XML have to be told to keep its white space. */
    boolean isSpaced() {
        return unusual || text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ';
    }

    void appendXml(Bytes xml) {
        if (unusual) {
            xml.utf8(ExactText.escaped(text)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;"));
        } else if (markedInXml) {
            appendMarkedXml(xml);
        } else {
            xml.add(utf8);
        }
    }

    void appendJson(Bytes line) {
        if (unusual) {
            json.setLength(0);
            CanonicalText.append(json, text);
            line.utf8(json.toString());
        } else if (markedInJson) {
            appendMarkedJson(line);
        } else {
            line.add(utf8);
        }
    }

    /** Whether it has characters that cannot stand in XML, white space but blanks, or what looks like an escape. */
    private boolean isUnusual() {
        boolean question = false;
        for (int i = 0; i < utf8.length; i++) {
            byte one = utf8[i];
            boolean escape = one == '_' && i + 1 < utf8.length && utf8[i + 1] == 'x';
            boolean noCharacter = one == (byte) 0xEF && utf8[i + 1] == (byte) 0xBF && (utf8[i + 2] & 0xFE) == 0xBE;
            if ((one >= 0 && one < ' ') || escape || noCharacter) {
                return true;
            }
            question |= one == '?';
        }
        return question && text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    private void appendMarkedXml(Bytes xml) {
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte one = utf8[i];
            if (one == '&' || one == '<' || one == '>') {
                xml.add(utf8, from, i - from);
                xml.add(one == '&' ? AMPERSAND : one == '<' ? LESS : GREATER);
                from = i + 1;
            }
        }
        xml.add(utf8, from, utf8.length - from);
    }

    private void appendMarkedJson(Bytes line) {
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '"' || utf8[i] == '\\') {
                line.add(utf8, from, i - from);
                line.add('\\');
                from = i;
            }
        }
        line.add(utf8, from, utf8.length - from);
    }

    private static byte[] sorts() {
        var sorts = new byte[128];
        Arrays.fill(sorts, 0, ' ', RARE);
        "&<>".chars().forEach(c -> sorts[c] = MARKED_IN_XML);
        "\"\\".chars().forEach(c -> sorts[c] = MARKED_IN_JSON);
        // Half a surrogate pair is a question mark in UTF-8.
        "_?".chars().forEach(c -> sorts[c] = RARE);
        return sorts;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
