package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** The leaf is the text that the evidence format describes, to the byte. */
class LeafTests {

    private static final UUID SALT = UUID.fromString("0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0");
    private static final UUID VALUE_SALT = UUID.fromString("11111111-2222-4333-8444-555555555555");

    /** The example of the evidence format, section 1. */
    static final LedgerEntry EXAMPLE = new LedgerEntry(
            4711,
            90210,
            OffsetDateTime.of(2026, 3, 1, 9, 30, 0, 123_456_000, ZoneOffset.UTC),
            "America/Los_Angeles",
            "Expert One",
            "expert1",
            "expert",
            "California",
            "changed",
            "item",
            "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "Candle \"twice\"",
            UUID.fromString("550e8400-e29b-41d4-a716-446655440000"),
            7L,
            UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
            2,
            "threshold",
            "36.5",
            "37,0 °C",
            "°C",
            "measured again\nwith Zoë",
            "192.0.2.7",
            null,
            SALT,
            VALUE_SALT);

    @Test
    void theExampleOfTheFormatIsWhatComesOut() {
        assertThat(Leaf.text(EXAMPLE))
                .isEqualTo("{\"act\":\"changed\",\"address\":\"192.0.2.7\",\"at\":\"2026-03-01T09:30:00.123456Z\","
                        + "\"field\":\"threshold\",\"item\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\","
                        + "\"new\":\"" + Leaf.commitment(VALUE_SALT, "new", "37,0 °C") + "\",\"no\":4711,"
                        + "\"old\":\"" + Leaf.commitment(VALUE_SALT, "old", "36.5") + "\",\"person\":\"Expert One\","
                        + "\"reason\":\"measured again\\nwith Zoë\",\"record\":\"Candle \\\"twice\\\"\","
                        + "\"recordId\":\"7c9e6679-7425-40de-944b-e07fc1f90ae7\",\"recordType\":\"item\","
                        + "\"role\":\"expert\",\"salt\":\"0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f0\",\"session\":null,"
                        + "\"site\":\"California\",\"transfer\":\"550e8400-e29b-41d4-a716-446655440000\","
                        + "\"transferNo\":7,\"tx\":\"90210\",\"unit\":\"°C\",\"username\":\"expert1\",\"v\":1,"
                        + "\"version\":2,\"zone\":\"America/Los_Angeles\"}");
        assertThat(Sha256.hex(Leaf.hash(EXAMPLE)))
                .isEqualTo("1ee97edee8d666519c4bd5e23635d8ec425f339a65353a64f853046308071688");
    }

    /** {@code printf '["11111111-…","old","36.5"]' | sha256sum}. */
    @Test
    void aCommitmentIsTheHashOfSaltSideAndValue() {
        assertThat(Leaf.commitment(VALUE_SALT, "old", "36.5"))
                .isEqualTo("5a1893c174b38410e9bfc7fb984518cf205a832828b007e0b9c193c1ce0e3ea7");
        assertThat(Leaf.commitment(VALUE_SALT, "old", null)).isNull();
        assertThat(Leaf.commitment(VALUE_SALT, "old", "")).isNotNull();
        assertThat(Leaf.commitment(VALUE_SALT, "new", "36.5")).isNotEqualTo(Leaf.commitment(VALUE_SALT, "old", "36.5"));
    }

    @Test
    void theTextIsCanonicalWhateverItHolds() throws Exception {
        var odd = "\u0000\u0001\b\t\n\u000b\f\r\u001f \"\\/<>\u007f\u0080ä€\u2028\u2029\ud83d\ude00\ufeff";
        var entry = new LedgerEntry(
                1,
                2,
                EXAMPLE.at(),
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                null,
                null,
                null,
                null,
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                odd,
                SALT,
                VALUE_SALT);
        assertThat(Leaf.text(entry)).isEqualTo(new JsonCanonicalizer(Leaf.text(entry)).getEncodedString());
    }

    @Test
    void momentsHaveSixDigitsInUtc() {
        assertThat(Leaf.moment(OffsetDateTime.parse("2026-03-01T09:30:00+05:30")))
                .isEqualTo("2026-03-01T04:00:00.000000Z");
        assertThat(Leaf.moment(OffsetDateTime.parse("2026-12-31T23:59:59.000001Z")))
                .isEqualTo("2026-12-31T23:59:59.000001Z");
    }
}
