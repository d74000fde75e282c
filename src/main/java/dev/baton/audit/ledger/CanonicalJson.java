package dev.baton.audit.ledger;

import dev.baton.workbook.CanonicalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A canonical JSON object (RFC 8785) written member by member; whoever writes it names them in ascending order. */
public final class CanonicalJson {

    private final StringBuilder json;
    private String last = "";

    /** An object of usual size. */
    public CanonicalJson() {
        this(512);
    }

    /** An object of about this length. */
    public CanonicalJson(int length) {
        json = new StringBuilder(length).append('{');
    }

    /** Adds a text or null. */
    public CanonicalJson member(String name, @Nullable String text) {
        name(name);
        if (text == null) {
            json.append("null");
        } else {
            CanonicalText.quote(json, text);
        }
        return this;
    }

    /** Adds a whole number or null. */
    public CanonicalJson member(String name, @Nullable Number number) {
        name(name);
        json.append(number);
        return this;
    }

    /** Adds an identifier or null. */
    public CanonicalJson member(String name, @Nullable UUID id) {
        name(name);
        if (id == null) {
            json.append("null");
        } else {
            json.append('"').append(id).append('"');
        }
        return this;
    }

    /** Adds a truth value. */
    public CanonicalJson member(String name, boolean truth) {
        name(name);
        json.append(truth);
        return this;
    }

    /** Adds what is canonical JSON already. */
    public CanonicalJson raw(String name, String value) {
        name(name);
        json.append(value);
        return this;
    }

    /** The object. */
    public String end() {
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
