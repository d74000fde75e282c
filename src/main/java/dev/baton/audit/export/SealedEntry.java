package dev.baton.audit.export;

import dev.baton.audit.TrailQuery;
import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail with its place in the ledger ({@code docs/evidence-format.md}, sections 1 and 2).
 *
 * @param index the leaf's number
 * @param leafHash lower-case hex
 * @param withheld whether the reader may not know the values; the workbook then says so instead of them
 */
public record SealedEntry(long index, String leafHash, LedgerEntry entry, boolean withheld) {

    /** Stands in place of a value that the reader may not know. */
    public static final String WITHHELD = TrailQuery.WITHHELD;

    /** The field with the unit of its values. */
    public @Nullable String shownField() {
        return entry.field() == null || entry.unit() == null
                ? entry.field()
                : entry.field() + " (" + entry.unit() + ")";
    }

    /** The old value, unless it is withheld. */
    public @Nullable String shownOld() {
        return shown(entry.oldValue());
    }

    /** The new value, unless it is withheld. */
    public @Nullable String shownNew() {
        return shown(entry.newValue());
    }

    /** The leaf: its canonical JSON. */
    public String leaf() {
        return Leaf.text(entry);
    }

    private @Nullable String shown(@Nullable String value) {
        return withheld && value != null ? WITHHELD : value;
    }
}
