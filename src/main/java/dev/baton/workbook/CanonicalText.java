package dev.baton.workbook;

/** Texts as RFC 8785 writes them: the way ECMAScript's {@code JSON.stringify} does. */
public final class CanonicalText {

    private static final String HEX = "0123456789abcdef";

    private CanonicalText() {}

    /** Adds the text to the JSON, in quotes. */
    public static void quote(StringBuilder json, String text) {
        json.append('"');
        append(json, text);
        json.append('"');
    }

    /** Adds the text to the JSON, without quotes. */
    static void append(StringBuilder json, String text) {
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
                continue;
            }
            json.append(text, plain, i);
            escape(json, c);
            plain = i + 1;
        }
        json.append(text, plain, text.length());
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static void escape(StringBuilder json, char c) {
        json.append('\\');
        switch (c) {
            case '"', '\\' -> json.append(c);
            case '\b' -> json.append('b');
            case '\t' -> json.append('t');
            case '\n' -> json.append('n');
            case '\f' -> json.append('f');
            case '\r' -> json.append('r');
            default -> {
                json.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(HEX.charAt((c >> shift) & 15));
                }
            }
        }
    }
}
