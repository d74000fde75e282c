package dev.baton.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same content has one canonical form and one hash; any difference shows. */
class ContentHashTests {

    @Test
    void theOrderOfPropertiesDoesNotMatter() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", 1);
        one.put("a", List.of("x"));
        var other = new LinkedHashMap<String, Object>();
        other.put("a", List.of("x"));
        other.put("b", 1);
        assertThat(ContentHash.canonical(one)).isEqualTo("{\"a\":[\"x\"],\"b\":1}");
        assertThat(ContentHash.of(one)).isEqualTo(ContentHash.of(other)).hasSize(64);
    }

    @Test
    void theHashIsThatOfTheCanonicalBytes() {
        // printf '{"a":"ä"}' | sha256sum
        assertThat(ContentHash.of(Map.of("a", "ä"))).isEqualTo(ContentHash.ofText("{\"a\":\"ä\"}"));
        assertThat(ContentHash.ofText(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void textsThatOnlyLookAlikeDiffer() {
        assertThat(ContentHash.of(Map.of("a", "é"))).isNotEqualTo(ContentHash.of(Map.of("a", "e\u0301")));
    }
}
