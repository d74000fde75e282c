package dev.baton.audit.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes one flat JSON object in canonical form (RFC 8785). The caller gives the members in the order of their names;
 * only texts, whole numbers and nulls occur in the ledger.
 */
final class CanonicalJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out;
    private boolean first = true;

    CanonicalJson(StringBuilder out) {
        this.out = out;
        out.append('{');
    }

    CanonicalJson member(String name, @Nullable String value) {
        name(name);
        text(out, value);
        return this;
    }

    CanonicalJson member(String name, @Nullable Number value) {
        name(name);
        out.append(value);
        return this;
    }

    CanonicalJson member(String name, @Nullable UUID value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            out.append('"').append(value).append('"');
        }
        return this;
    }

    void end() {
        out.append('}');
    }

    private void name(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        out.append('"').append(name).append("\":");
    }

    /** The text as JSON.stringify of ECMAScript writes it, or null. */
    static void text(StringBuilder out, @Nullable String value) {
        if (value == null) {
            out.append("null");
            return;
        }
        out.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(value, plain, i);
            plain = i + 1;
            escape(out, c);
        }
        out.append(value, plain, value.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
