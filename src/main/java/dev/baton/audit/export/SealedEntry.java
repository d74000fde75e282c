package dev.baton.audit.export;

import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.LedgerEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail with its place in the ledger: what the leaf holds, and the values that the leaf only commits to.
 * See {@code docs/evidence-format.md}, section 1.
 *
 * @param index the leaf's number
 * @param leafHash lower-case hex
 * @param withheld whether the reader may not know the values; the workbook then says so instead of them
 */
public record SealedEntry(
        long index,
        String leafHash,
        long no,
        String tx,
        Instant at,
        String zone,
        String person,
        String username,
        String role,
        String site,
        String act,
        String recordType,
        String recordId,
        String record,
        @Nullable String transfer,
        @Nullable Long transferNo,
        @Nullable String item,
        @Nullable Integer version,
        @Nullable String field,
        @Nullable String unit,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String session,
        String salt,
        String valueSalt,
        boolean withheld) {

    /** Stands in place of a value that the reader may not know. */
    public static final String WITHHELD = "(known to the person and the lead)";

    /** The record in one line: what people call it, what sort it is, and its identifier. */
    public String shownRecord() {
        return record.equals(recordId)
                ? recordType + " " + recordId
                : record + " (" + recordType + " " + recordId + ")";
    }

    /** The field with the unit of its values. */
    public @Nullable String shownField() {
        return field == null || unit == null ? field : field + " (" + unit + ")";
    }

    /** The old value, unless it is withheld. */
    public @Nullable String shownOld() {
        return withheld && oldValue != null ? WITHHELD : oldValue;
    }

    /** The new value, unless it is withheld. */
    public @Nullable String shownNew() {
        return withheld && newValue != null ? WITHHELD : newValue;
    }

    /** What the leaf holds in place of the old value. */
    public @Nullable String oldCommitment() {
        return commitment("old", oldValue);
    }

    /** What the leaf holds in place of the new value. */
    public @Nullable String newCommitment() {
        return commitment("new", newValue);
    }

    /** The leaf: its canonical JSON. */
    public String leaf() {
        return Leaf.text(new LedgerEntry(
                no,
                Long.parseLong(tx),
                at.atOffset(ZoneOffset.UTC),
                zone,
                person,
                username,
                role,
                site,
                act,
                recordType,
                recordId,
                record,
                uuid(transfer),
                transferNo,
                uuid(item),
                version,
                field,
                oldValue,
                newValue,
                unit,
                reason,
                address,
                session,
                UUID.fromString(salt),
                UUID.fromString(valueSalt)));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    /** What the row in the workbook does not show of the leaf. */
    String rest(int rows) {
        var rest = new JsonLine();
        rest.flag("emptyAddress", isEmpty(address))
                .flag("emptyField", isEmpty(field) && unit == null)
                .flag("emptyNew", isEmpty(newValue) && !withheld)
                .flag("emptyOld", isEmpty(oldValue) && !withheld)
                .flag("emptyReason", isEmpty(reason))
                .member("index", index)
                .member("item", item);
        if (withheld) {
            rest.member("new", newCommitment()).member("old", oldCommitment());
        }
        rest.member("record", record)
                .member("recordId", recordId)
                .member("recordType", recordType)
                .member("rows", (long) rows)
                .member("salt", salt)
                .member("session", session)
                .member("transfer", transfer)
                .member("transferNo", transferNo)
                .member("tx", tx)
                .member("unit", unit)
                .member("v", 1L);
        return withheld ? rest.end() : rest.member("valueSalt", valueSalt).end();
    }

    private @Nullable String commitment(String which, @Nullable String value) {
        return Leaf.commitment(UUID.fromString(valueSalt), which, value);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text != null && text.isEmpty();
    }
}
