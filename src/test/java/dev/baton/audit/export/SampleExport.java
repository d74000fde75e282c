package dev.baton.audit.export;

import dev.baton.audit.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports of random content without a server, the same for the same seed. */
public final class SampleExport {

    /** Texts that spreadsheets and parsers like to bend. */
    public static final List<String> ADVERSARIAL = List.of(
            " spaces kept  ",
            "two\nlines\twith tab",
            "windows\r\nlines",
            "\rfirst",
            "\tfirst",
            "bell \u0007 escape \u001b",
            "noncharacter \uFFFE \uFFFF",
            "_x0007_",
            "_x005F_x0007_",
            "__x0041__x0041_",
            "_x00g1_",
            "_x005F",
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "'quoted",
            "<b>&amp;</b> ]]> <!--",
            "e\u0301 \u00e9 \u202Eabc\u202C \u200B\u00AD",
            "emoji 👩‍🔬",
            "a,\"b\"\r\n;c",
            "${7*7} #{7*7} __${7*7}__",
            "'; drop table x; --",
            "../../etc/passwd",
            "line\u2028separator\u0085next",
            "\uFEFFmark",
            "TRUE",
            "1e400",
            "0001-01-01",
            "\"",
            "\\u0041",
            "null");

    private final Random random;
    private final SampleLedger ledger;
    private final UUID transfer;
    private final List<SealedEntry> entries = new ArrayList<>();
    private long no;
    private long transferNo;

    private SampleExport(long seed) {
        this.random = new Random(seed);
        this.ledger = new SampleLedger(uuid());
        this.transfer = uuid();
    }

    /** What was written, to compare with what is read back. */
    public record Written(List<SealedEntry> entries, List<List<@Nullable Object>> items, String statement) {}

    /**
     * Writes an export.
     *
     * @param size entries of the trail, besides the beginning of the export itself
     * @param longTexts whether some texts do not fit into one cell
     * @param complete whether it claims to be complete; otherwise some entries are left out by a filter
     */
    public static Written write(Path file, long seed, int size, boolean longTexts, boolean complete) {
        try {
            return new SampleExport(seed).write(file, size, longTexts, complete);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Written write(Path file, int size, boolean longTexts, boolean complete) throws IOException {
        for (int i = 0; i < size; i++) {
            while (random.nextInt(4) == 0) {
                ledger.sealSomethingElse(uuid().toString());
            }
            var entry = ledger.seal(entry(longTexts && random.nextInt(20) == 0));
            if (complete || random.nextInt(3) > 0) {
                entries.add(entry);
            }
        }
        var export = uuid();
        var filter = new TreeMap<String, String>();
        if (!complete) {
            filter.put("act", "changed");
        }
        var begun = ledger.seal(own("export-begun", export, null));
        if (complete) {
            entries.add(begun);
        }
        var head = new ExportHead(export, ledger.id(), transfer, filter, at(), "auditor");
        var items = new ArrayList<List<@Nullable Object>>();
        var signatures = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < 3; i++) {
            var item = uuid().toString();
            var content = "{\"itemId\":\"" + item + "\",\"title\":" + quoted(text(longTexts && i == 1))
                    + ",\"transferId\":\"" + transfer + "\",\"version\":1,\"why\":" + quoted(text(false)) + "}";
            items.add(Arrays.asList(
                    item, 1, "effective", text(false), content, dev.baton.audit.ledger.Sha256.hexOf(content), true));
            signatures.add(Arrays.asList(
                    uuid().toString(),
                    item,
                    text(false),
                    1,
                    "California expert 1",
                    "expert1",
                    "expert",
                    "California",
                    "authorship",
                    dev.baton.audit.ledger.Leaf.moment(at()),
                    "America/Los_Angeles",
                    dev.baton.audit.ledger.Sha256.hexOf(content),
                    true,
                    "item"));
        }
        try (var out = Files.newOutputStream(file);
                var workbook = new EvidenceWorkbook(head, out)) {
            var sheet = workbook.sheet(
                    "Signatures",
                    List.of(
                            "Signature id",
                            "Item",
                            "Title",
                            "Version",
                            "Signer",
                            "User name",
                            "Role",
                            "Site",
                            "Meaning",
                            "Signed at (UTC)",
                            "Zone",
                            "Content hash",
                            "Valid",
                            "Subject"));
            signatures.forEach(sheet::add);
            workbook.trail();
            entries.forEach(workbook::entry);
            var itemSheet = workbook.sheet(
                    "Items", List.of("Item", "Version", "State", "Title", "Content", "Content hash", "Unaltered"));
            items.forEach(itemSheet::add);
            var statement =
                    workbook.state(List.of(List.of("Transfer id", transfer.toString()), List.of("Name", text(false))));
            for (int i = 0; i < random.nextInt(3); i++) {
                ledger.sealSomethingElse(uuid().toString());
            }
            var exported = ledger.seal(own("exported", export, statement));
            for (int i = 0; i < random.nextInt(5); i++) {
                ledger.sealSomethingElse(uuid().toString());
            }
            workbook.prove(exported, ledger);
            return new Written(entries, items, statement);
        }
    }

    private SealedEntry entry(boolean longText) {
        var field = random.nextInt(4) > 0;
        no += 1 + random.nextInt(3);
        var entry = new LedgerEntry(
                no,
                700 + no / 4,
                at().atOffset(ZoneOffset.UTC),
                "America/Los_Angeles",
                text(false),
                "expert" + random.nextInt(3),
                random.nextInt(9) == 0 ? "" : "expert",
                "California",
                random.nextBoolean() ? "changed" : "created",
                "item",
                uuid().toString(),
                text(false),
                transfer,
                ++transferNo,
                random.nextBoolean() ? uuid() : null,
                random.nextBoolean() ? random.nextInt(9) : null,
                field ? "field" + random.nextInt(5) : null,
                field ? maybe(longText) : null,
                field ? maybe(longText) : null,
                field && random.nextInt(5) == 0 ? "°C" : null,
                random.nextInt(3) == 0 ? text(false) : null,
                random.nextBoolean() ? "127.0.0.1" : null,
                random.nextBoolean() ? uuid().toString() : null,
                uuid(),
                uuid());
        return new SealedEntry(0, "", entry, random.nextInt(30) == 0);
    }

    private SealedEntry own(String act, UUID export, @Nullable String statement) {
        var entry = new LedgerEntry(
                ++no,
                9_000 + no,
                at().atOffset(ZoneOffset.UTC),
                "UTC",
                "Auditor",
                "auditor",
                "auditor",
                "California",
                act,
                "export",
                export.toString(),
                export.toString(),
                transfer,
                ++transferNo,
                null,
                null,
                statement == null ? null : "statement",
                null,
                statement,
                null,
                null,
                "127.0.0.1",
                null,
                uuid(),
                uuid());
        return new SealedEntry(0, "", entry, false);
    }

    private @Nullable String maybe(boolean longText) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> "";
            default -> text(longText);
        };
    }

    private String text(boolean longText) {
        if (longText) {
            return random.ints(30_000 + random.nextInt(60_000), 0, 3_000)
                    .mapToObj(code -> code < 60 ? "_x0041_\u0007👩" : code < 90 ? "_x" : Character.toString(code + 1))
                    .collect(java.util.stream.Collectors.joining());
        }
        if (random.nextInt(3) == 0) {
            return ADVERSARIAL.get(random.nextInt(ADVERSARIAL.size()));
        }
        return random.ints(1 + random.nextInt(40), 1, 0x2FFF)
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .collect(java.util.stream.Collectors.joining("", "x", ""));
    }

    private Instant at() {
        return Instant.parse("2026-02-01T00:00:00Z")
                .plusSeconds(random.nextInt(3_000_000))
                .plusNanos(random.nextInt(1_000_000) * 1_000L);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static String quoted(String text) {
        var json = new StringBuilder();
        dev.baton.workbook.CanonicalText.quote(json, text);
        return json.toString();
    }
}
