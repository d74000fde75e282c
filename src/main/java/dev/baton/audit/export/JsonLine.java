package dev.baton.audit.export;

import dev.baton.workbook.CanonicalText;
import org.jspecify.annotations.Nullable;

/** A canonical JSON object (RFC 8785) written member by member; whoever writes it names them in ascending order. */
final class JsonLine {

    private final StringBuilder json = new StringBuilder(512).append('{');
    private String last = "";

    JsonLine member(String name, @Nullable String text) {
        name(name);
        if (text == null) {
            json.append("null");
        } else {
            CanonicalText.quote(json, text);
        }
        return this;
    }

    JsonLine member(String name, @Nullable Long number) {
        name(name);
        json.append(number);
        return this;
    }

    JsonLine member(String name, boolean truth) {
        name(name);
        json.append(truth);
        return this;
    }

    /** A member that is only there when it is true. */
    JsonLine flag(String name, boolean truth) {
        return truth ? member(name, true) : this;
    }

    /** A member that is JSON already, in canonical form. */
    JsonLine raw(String name, String value) {
        name(name);
        json.append(value);
        return this;
    }

    String end() {
        return json.append('}').toString();
    }

    private void name(String name) {
        if (name.compareTo(last) <= 0) {
            throw new IllegalArgumentException(name + " stands before " + last);
        }
        json.append(last.isEmpty() ? "\"" : ",\"").append(name).append("\":");
        last = name;
    }
}
