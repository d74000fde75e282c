package dev.baton.audit.export;

import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.LedgerEntry;
import dev.baton.workbook.PaperWriter;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts the trail on paper: one sentence for each act, and below it the fields that it touched. */
class PaperSentences {

    private final PaperWriter paper;
    private final MessageSource words;
    private @Nullable LedgerEntry act;

    PaperSentences(PaperWriter paper, MessageSource words) {
        this.paper = paper;
        this.words = words;
    }

    /** The next entry. */
    void entry(SealedEntry sealed) {
        var entry = sealed.entry();
        var before = act;
        if (before == null || !isSameAct(before, entry)) {
            paper.sentence(sentence(entry));
            paper.remark(circumstances(entry));
            act = entry;
        }
        if (entry.field() != null) {
            paper.value(word("field.", sealed.shownField(), entry.field()), change(sealed));
        }
        paper.remark(words.getMessage(
                "export.paper.leaf",
                new Object[] {String.valueOf(entry.no()), String.valueOf(sealed.index()), sealed.leafHash()},
                Locale.ENGLISH));
    }

    private String sentence(LedgerEntry entry) {
        var who = entry.person().isEmpty() ? entry.username() : entry.person();
        var record =
                entry.recordType().equals("signature") ? "" : word("record.", entry.recordType(), entry.recordType());
        var parts = new ArrayList<String>();
        parts.add(who);
        parts.add(word("act.", entry.act(), entry.act()));
        if (!record.isEmpty()) {
            parts.add(record);
        }
        parts.add("“" + entry.record() + "”");
        if (entry.version() != null) {
            parts.add(words.getMessage("export.paper.version", new Object[] {entry.version()}, Locale.ENGLISH));
        }
        return String.join(" ", parts);
    }

    private String circumstances(LedgerEntry entry) {
        var parts = new ArrayList<String>();
        parts.add(Leaf.moment(entry.at()) + " (" + entry.zone() + ")");
        parts.add(entry.username() + ", " + entry.role() + ", " + entry.site());
        if (entry.address() != null) {
            parts.add(entry.address());
        }
        if (entry.reason() != null) {
            parts.add(words.getMessage("export.paper.reason", new Object[] {entry.reason()}, Locale.ENGLISH));
        }
        return String.join(" · ", parts);
    }

    private static String change(SealedEntry entry) {
        var before = entry.shownOld();
        var after = entry.shownNew();
        if (before == null && after != null) {
            return after;
        }
        return (before == null ? "–" : before) + "  →  " + (after == null ? "–" : after);
    }

    private String word(String family, @Nullable String otherwise, String code) {
        var found = words.getMessage(family + code, null, otherwise, Locale.ENGLISH);
        return found == null ? code : found;
    }

    private static boolean isSameAct(LedgerEntry one, LedgerEntry other) {
        return one.tx() == other.tx()
                && one.act().equals(other.act())
                && one.recordType().equals(other.recordType())
                && one.recordId().equals(other.recordId())
                && one.username().equals(other.username());
    }
}
