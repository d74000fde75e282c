package dev.baton.audit.ledger;

import dev.baton.workbook.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entry of the trail is in the ledger ({@code docs/evidence-format.md}, section 1). */
public final class Leaf {

    private static final int VERSION = 1;
    private static final int TYPICAL = 640;
    private static final int NANOS_OF_MICRO = 1_000;

    private Leaf() {}

    /** The leaf's text: canonical JSON, in which values stand as commitments. */
    public static String text(LedgerEntry entry) {
        return new CanonicalJson(TYPICAL)
                .member("act", entry.act())
                .member("address", entry.address())
                .member("at", moment(entry.at()))
                .member("field", entry.field())
                .member("item", entry.item())
                .member("new", commitment(entry.valueSalt(), "new", entry.newValue()))
                .member("no", entry.no())
                .member("old", commitment(entry.valueSalt(), "old", entry.oldValue()))
                .member("person", entry.person())
                .member("reason", entry.reason())
                .member("record", entry.record())
                .member("recordId", entry.recordId())
                .member("recordType", entry.recordType())
                .member("role", entry.role())
                .member("salt", entry.salt())
                .member("session", entry.session())
                .member("site", entry.site())
                .member("transfer", entry.transfer())
                .member("transferNo", entry.transferNo())
                .member("tx", String.valueOf(entry.tx()))
                .member("unit", entry.unit())
                .member("username", entry.username())
                .member("v", VERSION)
                .member("version", entry.version())
                .member("zone", entry.zone())
                .end();
    }

    /** The hash of the entry's leaf. */
    public static byte[] hash(LedgerEntry entry) {
        return Sha256.leaf(text(entry).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What stands for a value in the leaf, or null for no value.
     *
     * @param side {@code old} or {@code new}
     */
    public static @Nullable String commitment(UUID valueSalt, String side, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var out = new StringBuilder(value.length() + 64);
        out.append("[\"").append(valueSalt).append("\",\"").append(side).append("\",");
        CanonicalText.quote(out, value);
        return Sha256.hexOf(out.append(']'));
    }

    /** A moment in UTC with exactly six fraction digits and {@code Z}. */
    public static String moment(OffsetDateTime at) {
        var utc = at.withOffsetSameInstant(ZoneOffset.UTC);
        var out = new StringBuilder(27);
        digits(out, utc.getYear(), 4).append('-');
        digits(out, utc.getMonthValue(), 2).append('-');
        digits(out, utc.getDayOfMonth(), 2).append('T');
        digits(out, utc.getHour(), 2).append(':');
        digits(out, utc.getMinute(), 2).append(':');
        digits(out, utc.getSecond(), 2).append('.');
        return digits(out, utc.getNano() / NANOS_OF_MICRO, 6).append('Z').toString();
    }

    /** The same of an instant. */
    public static String moment(Instant at) {
        return moment(at.atOffset(ZoneOffset.UTC));
    }

    private static StringBuilder digits(StringBuilder out, int number, int width) {
        var text = String.valueOf(number);
        out.append("000000", 0, Math.max(0, width - text.length()));
        return out.append(text);
    }
}
