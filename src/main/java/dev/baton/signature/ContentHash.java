package dev.baton.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of content in its canonical JSON form (RFC 8785): the same content gives the same hash everywhere, and
 * anyone can compute it again. Numbers with fractions go in as text, so that no digit is lost.
 */
public final class ContentHash {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentHash() {}

    /** The canonical JSON of the content: maps, lists, texts, whole numbers, booleans and nulls. */
    public static String canonical(Map<String, ? extends @Nullable Object> content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Content that is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of the content in lower-case hexadecimal, 64 characters. */
    public static String of(Map<String, ? extends @Nullable Object> content) {
        return ofText(canonical(content));
    }

    /** The hash of a text's UTF-8 bytes. */
    public static String ofText(String text) {
        return Digests.hex(text);
    }
}
