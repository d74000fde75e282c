package dev.baton.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to tamper with a workbook, each with the place that a verifier must name first. */
record Tampering(String name, Consumer<Package> with, int status, String first) {

    private static final String TRAIL = "Audit trail";
    private static final String LOOK = ": xl/worksheets/";
    private static final String ZEROS = "00".repeat(32);
    private static final String KEY = "MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String WHITE =
            "<font><sz val=\"11.0\"/><color rgb=\"FFFFFFFF\"/><name val=\"Calibri\"/></font>";

    @Override
    public String toString() {
        return name;
    }

    static List<Tampering> all() {
        var all = new ArrayList<Tampering>();
        all.addAll(cells());
        all.addAll(rows());
        all.addAll(sheets());
        all.addAll(looks());
        all.addAll(proof());
        all.addAll(forgers());
        return all;
    }

    private static List<Tampering> cells() {
        return List.of(
                altered("text", p -> p.say(TRAIL, "E5", "somebody"), TRAIL + "!E5: altered; now \"somebody\""),
                altered("one character", p -> p.say(TRAIL, "E5", p.shown(TRAIL, "E5") + " "), TRAIL + "!E5"),
                altered("number", p -> p.say(TRAIL, "A6", "4711"), TRAIL + "!A6: altered; now \"4711\""),
                altered("date", p -> p.say(TRAIL, "S7", "46000.25"), TRAIL + "!S7: altered; now \"3974421600000\""),
                altered(
                        "number into text",
                        p -> p.cell(
                                TRAIL,
                                "A6",
                                c -> c.replaceFirst(
                                        "<c r=\"A6\" s=\"(\\d+)\"[^>]*><v>(.*)</v>",
                                        "<c r=\"A6\" s=\"$1\" t=\"inlineStr\"><is><t>$2</t></is>")),
                        TRAIL + "!A6"),
                altered("yes and no", p -> p.say("Signatures", "M2", "no"), "Signatures!M2: altered; now \"no\""),
                altered("heading", p -> p.say(TRAIL, "H1", "Deed"), TRAIL + "!H1: altered; now \"Deed\""),
                altered("overview", p -> p.say("Overview", "B2", "other"), "Overview!B2: altered"),
                altered("signature", p -> p.say("Signatures", "E3", "Nobody"), "Signatures!E3: altered"),
                altered("item", p -> p.say("Items", "D3", "Other title"), "Items!D3: altered"),
                altered("item's content", p -> p.say("Items", "E3", "{}"), "Items!E3: altered; now \"{}\""),
                altered("emptied", p -> p.cell(TRAIL, "E5", c -> ""), TRAIL + "!E5: altered; now \"\""),
                altered(
                        "filled",
                        p -> p.cell(TRAIL, "Y5", c -> c + "<c r=\"Z5\" t=\"inlineStr\"><is><t>approved</t></is></c>"),
                        TRAIL + "!Z5: altered; now \"approved\""),
                altered(
                        "formula",
                        p -> p.cell(
                                TRAIL,
                                "E5",
                                c -> "<c r=\"E5\" t=\"str\"><f>\"x\"</f><v>" + p.shown(TRAIL, "E5") + "</v></c>"),
                        TRAIL + "!E5: altered; now \"a formula"),
                altered("two cells", p -> p.say(TRAIL, "E9", "somebody").say(TRAIL, "E4", "else"), TRAIL + "!E4"));
    }

    private static List<Tampering> rows() {
        return List.of(
                moved("row deleted", rows -> rows.remove(4), TRAIL + "!A5: row missing here"),
                moved("last row deleted", rows -> rows.remove(rows.size() - 1), TRAIL + "!A"),
                moved("two rows deleted", rows -> rows.subList(4, 6).clear(), TRAIL + "!A5: row missing here"),
                moved(
                        "row added",
                        rows -> rows.add(
                                5,
                                rows.get(3)
                                        .replaceAll("<t>[^<]*</t>", "<t>x</t>")
                                        .replaceAll("<v>[^<]*</v>", "<v>1</v>")),
                        TRAIL + "!A6: altered"),
                moved("row doubled", rows -> rows.add(5, rows.get(4)), TRAIL + "!A6: row added or out of order"),
                moved("row added at the end", rows -> rows.add(rows.get(4)), TRAIL + "!A"),
                moved("rows swapped", rows -> Collections.swap(rows, 4, 7), TRAIL + "!A5: row missing here"),
                moved("neighbours swapped", rows -> Collections.swap(rows, 4, 5), TRAIL + "!A5: row missing here"),
                moved("row moved down", rows -> rows.add(8, rows.remove(4)), TRAIL + "!A5: row missing here"),
                moved("row moved up", rows -> rows.add(4, rows.remove(8)), TRAIL + "!A5: row missing here"),
                altered(
                        "row emptied",
                        p -> p.sheet(TRAIL, xml -> xml.replaceFirst("(?s)<row r=\"5\".*?</row>", "")),
                        TRAIL + "!A5: row missing here"),
                altered(
                        "rows in wrong order in the file",
                        p -> p.sheet(TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"3\"")),
                        TRAIL + ": xl/worksheets/"));
    }

    private static List<Tampering> sheets() {
        return List.of(
                altered(
                        "sheet removed",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replaceFirst("<sheet [^>]*name=\"Items\"[^>]*>", "")),
                        "Items: sheet or part missing"),
                altered("sheet added", p -> addSheet(p), "Workbook: xl/workbook.xml is not as Baton wrote it"),
                altered(
                        "sheet renamed",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replace("name=\"Items\"", "name=\"Notes\"")),
                        "Items: sheet or part missing"),
                altered(
                        "sheets swapped",
                        p -> p.edit(
                                "xl/workbook.xml",
                                xml -> xml.replaceFirst(
                                        "(<sheet [^>]*name=\"Overview\"[^>]*>)(<sheet [^>]*name=\"Signatures\"[^>]*>)",
                                        "$2$1")),
                        "Workbook: xl/workbook.xml is not as Baton wrote it"),
                altered(
                        "sheet hidden",
                        p -> p.edit(
                                "xl/workbook.xml",
                                xml -> xml.replace("name=\"Items\"", "name=\"Items\" state=\"hidden\"")),
                        "Items: sheet hidden"),
                altered(
                        "sheet very hidden",
                        p -> p.edit(
                                "xl/workbook.xml",
                                xml -> xml.replace("name=\"Items\"", "name=\"Items\" state=\"veryHidden\"")),
                        "Items: sheet hidden"),
                altered(
                        "two names for one part",
                        p -> p.edit(
                                "xl/_rels/workbook.xml.rels",
                                xml -> xml.replace(
                                        p.partOf("Items").substring(3),
                                        p.partOf("Signatures").substring(3))),
                        "Items!"),
                altered("macros", p -> p.part("xl/vbaProject.bin", "x"), "Workbook: xl/vbaProject.bin was added"),
                altered(
                        "comments",
                        p -> p.part("xl/comments1.xml", "<comments/>"),
                        "Workbook: xl/comments1.xml was added"),
                altered(
                        "link to another file",
                        p -> p.part("xl/externalLinks/externalLink1.xml", "<x/>"),
                        "Workbook: xl/externalLinks/externalLink1.xml was added"),
                altered("unknown part", p -> p.part("xl/customUI.xml", "<x/>"), "Workbook: xl/customUI.xml was added"));
    }

    private static List<Tampering> looks() {
        return List.of(
                altered(
                        "row hidden",
                        p -> p.sheet(TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"")),
                        TRAIL + LOOK),
                altered(
                        "row of no height",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" ht=\"0\" customHeight=\"1\"")),
                        TRAIL + LOOK),
                altered(
                        "row of Proof hidden",
                        p -> p.sheet("Proof", xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"")),
                        "Proof" + LOOK),
                altered(
                        "column hidden",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replaceFirst("<col min=\"13\"", "<col hidden=\"true\" min=\"13\"")),
                        TRAIL + LOOK),
                altered(
                        "column of no width",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replaceFirst("(<col min=\"13\" max=\"13\" width=\")[^\"]*", "$10.0")),
                        TRAIL + LOOK),
                altered(
                        "number format for all",
                        p -> p.edit("xl/styles.xml", xml -> xml.replace(
                                        "</numFmts>",
                                        "<numFmt numFmtId=\"170\" formatCode=\"&quot;approved&quot;;;;\"/></numFmts>")
                                .replace(
                                        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\"",
                                        "<xf numFmtId=\"170\" fontId=\"0\" fillId=\"0\" borderId=\"1\"")),
                        "Workbook: xl/styles.xml is not as Baton wrote it"),
                styled("number format", "numFmtId=\"170\" fontId=\"0\" fillId=\"0\"", TRAIL + LOOK),
                styled("white on white", "numFmtId=\"0\" fontId=\"2\" fillId=\"0\"", TRAIL + LOOK),
                styled("format of dates", "numFmtId=\"164\" fontId=\"0\" fillId=\"0\"", TRAIL + LOOK),
                altered("conditional format", p -> after(p, "<conditionalFormatting sqref=\"A1:P9\"/>"), TRAIL + LOOK),
                altered(
                        "merged cells",
                        p -> after(p, "<mergeCells><mergeCell ref=\"A5:B5\"/></mergeCells>"),
                        TRAIL + LOOK),
                altered(
                        "text box",
                        p -> after(p.part("xl/drawings/drawing1.xml", "<x><anchor/></x>"), "<drawing/>"),
                        TRAIL + LOOK),
                altered(
                        "hyperlink",
                        p -> p.part(
                                p.partOf(TRAIL).replace("sheets/", "sheets/_rels/") + ".rels",
                                "<Relationships><Relationship Id=\"rId1\" Target=\"https://example.org\""
                                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/>"
                                        + "</Relationships>"),
                        "Workbook: xl/worksheets/_rels/"),
                altered(
                        "formula in a truth value",
                        p -> p.cell("Signatures", "M2", c -> "<c r=\"M2\" t=\"b\"><f>FALSE()</f><v>1</v></c>"),
                        "Signatures!M2: altered; now \"a formula"),
                altered("extension", p -> after(p, "<extLst><ext uri=\"x\"/></extLst>"), TRAIL + LOOK),
                altered(
                        "run in white",
                        p -> p.cell(TRAIL, "E5", c -> c.replace("<is>", "<is><r><rPr><color rgb=\"FFFFFFFF\"/></rPr>")
                                .replace("</is>", "</r></is>")),
                        TRAIL + LOOK),
                altered(
                        "external entity",
                        p -> p.sheet(TRAIL, xml -> doctype(xml, "<!ENTITY x SYSTEM \"file:///etc/hostname\">")),
                        TRAIL + ": a document type declaration"),
                altered(
                        "billion laughs",
                        p -> p.sheet(
                                TRAIL,
                                xml -> doctype(xml, "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">")),
                        TRAIL + ": a document type declaration"),
                altered(
                        "broken XML",
                        p -> p.sheet(TRAIL, xml -> xml.replace("</sheetData>", "")),
                        TRAIL + ": not well-formed"),
                new Tampering(
                        "document type in the workbook",
                        p -> p.edit("xl/workbook.xml", xml -> doctype(xml, "")),
                        2,
                        "NOT A BATON EXPORT: a document type declaration"));
    }

    private static List<Tampering> proof() {
        return List.of(
                line("about", "1", "C", "Trust me.", "Proof!C2: altered; now \"Trust me.\""),
                line("export", "by", "C", "nobody", "Proof!C8: altered; now \"nobody\""),
                line("export", "format", "C", "baton-evidence/1", "NOT A BATON EXPORT: it has no Proof"),
                line("sheet", TRAIL, "C", "x", "Proof!C"),
                line("sheet", TRAIL, "D", ZEROS, "Proof!D"),
                line("part", "xl/styles.xml", "D", ZEROS, "Proof!D"),
                line("ledger", "checkpoint", "C", "{}", "Proof!C"),
                line("ledger", "signature", "C", "AAAA", "Proof!C"),
                line("ledger", "key", "C", KEY, "Proof!C"),
                line("ledger", "entry", "C", "{}", "Proof!C"),
                line("ledger", "index", "C", "99", "Proof!C"),
                line("ledger", "salt", "C", "x", "Proof!C"),
                line("path", "1", "C", ZEROS, "Proof!C"),
                line("path", "1", "E", "7", "Proof!E"),
                line("path", "1", "F", "00000000", "Proof!A"),
                altered("leaf", p -> p.say(TRAIL, "U5", "{}"), TRAIL + "!U5: altered; now \"{}\""),
                altered("leaf's number", p -> p.say(TRAIL, "T5", "99"), TRAIL + "!T5: altered; now \"99\""),
                altered("leaf's hash", p -> p.say(TRAIL, "V5", ZEROS), TRAIL + "!V5: altered"),
                altered("salt", p -> p.say(TRAIL, "W5", "x"), TRAIL + "!W5: altered; now \"x\""),
                altered("number of the row", p -> p.say(TRAIL, "X5", "7"), TRAIL + "!X5: altered; now \"7\""),
                altered("check of the row", p -> p.say(TRAIL, "Y5", "00"), TRAIL + "!A5: altered"),
                altered(
                        "line deleted",
                        p -> p.rows("Proof", rows -> without(rows, p.proofRow("ledger", "salt") - 1)),
                        "Proof!A"),
                altered("line added", p -> p.rows("Proof", rows -> with(rows, rows.get(rows.size() - 1))), "Proof!A"),
                altered("about added", p -> p.rows("Proof", rows -> with(rows, rows.get(1))), "Proof!A"),
                altered(
                        "cell added",
                        p -> p.cell("Proof", "C2", c -> c + "<c r=\"D2\" t=\"inlineStr\"><is><t>checked</t></is></c>"),
                        "Proof!D2: altered; now \"checked\""),
                altered(
                        "seventh column",
                        p -> p.cell("Proof", "F2", c -> c + "<c r=\"G2\" t=\"inlineStr\"><is><t>checked</t></is></c>"),
                        "Proof!G2: altered; now \"checked\""),
                altered("heading of Proof", p -> p.say("Proof", "C1", "Worth"), "Proof!C1: altered; now \"Worth\""),
                new Tampering(
                        "no statement",
                        p -> p.rows("Proof", rows -> {
                            rows.subList(6, 13).clear();
                            return rows;
                        }),
                        2,
                        "NOT A BATON EXPORT: it has no Proof of baton-evidence/2"),
                new Tampering(
                        "no proof",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replaceFirst("<sheet [^>]*name=\"Proof\"[^>]*>", "")),
                        2,
                        "NOT A BATON EXPORT: it has no Proof of baton-evidence/2"));
    }

    /** Who knows the format makes the checks of the rows anew, which anybody can. */
    private static List<Tampering> forgers() {
        var states = "Proof: what it states is not what the ledger holds";
        var signs = "Proof: checkpoint, signature and key do not fit";
        var leads = "Proof: the entries of the trail do not lead to the checkpoint";
        return List.of(
                forged("trail", p -> p.forge(TRAIL, "E5", "forged"), TRAIL + "!A5: the ledger holds another entry"),
                forged("salt of values", p -> p.forge(TRAIL, "W5", "x"), TRAIL),
                forged("hash", p -> p.forge(TRAIL, "V5", ZEROS), TRAIL + "!A5: the ledger holds another entry"),
                forged("number", p -> p.forge(TRAIL, "T5", "1"), TRAIL + ": its text is not the one"),
                forged("row", p -> p.forge(TRAIL, "X5", "7"), TRAIL + "!A5: row missing here"),
                forged("heading", p -> p.say(TRAIL, "H1", "Deed"), TRAIL + "!H1"),
                forged("overview", p -> p.forge("Overview", "B2", "forged"), "Overview: its text is not the one"),
                forged("content", p -> p.forge("Items", "E2", "forged"), "Items!A2: its content is not that"),
                forged("content hash", p -> p.forge("Signatures", "L2", ZEROS), "Signatures: its text is not the one"),
                forged("about", p -> p.forge("Proof", "C2", "Trust me."), states),
                proofForged("export", "by", "nobody", states),
                proofForged("sheet", TRAIL, "16 " + "00000000".repeat(25), states),
                proofForged("part", "xl/styles.xml", "1", states),
                proofForged("ledger", "checkpoint", "{}", signs),
                proofForged("ledger", "signature", "AAAA", signs),
                forged(
                        "spare bits of the signature",
                        p -> {
                            var row = p.proofRow("ledger", "signature");
                            p.forge(
                                    "Proof",
                                    "C" + row,
                                    p.shown("Proof", "C" + row).replaceFirst("[AQgw]==", "B=="));
                        },
                        signs),
                proofForged("ledger", "key", KEY, signs),
                proofForged("ledger", "entry", "{}", states),
                proofForged("ledger", "index", "99", leads),
                proofForged("ledger", "salt", "x", states),
                proofForged("path", "1", ZEROS, leads),
                forged(
                        "ledger's entry",
                        p -> {
                            var row = p.proofRow("ledger", "entry");
                            p.forge(
                                    "Proof",
                                    "C" + row,
                                    p.shown("Proof", "C" + row).replace("\"site\":\"", "\"site\":\"x"));
                        },
                        leads),
                forged(
                        "further line",
                        p -> p.rows("Proof", rows -> with(rows, p.madeRow("note", "1", "approved", rows.size() + 1))),
                        "Proof: rows missing, added or out of order"));
    }

    private static Tampering forged(String name, Consumer<Package> with, String first) {
        return altered("forged " + name, with, first);
    }

    private static Tampering proofForged(String part, String where, String text, String first) {
        return forged(part + " " + where, p -> p.forge("Proof", "C" + p.proofRow(part, where), text), first);
    }

    private static Tampering altered(String name, Consumer<Package> with, String first) {
        return new Tampering(name, with, 1, first);
    }

    private static Tampering moved(String name, Consumer<List<String>> with, String first) {
        return altered(
                name,
                p -> p.rows(TRAIL, rows -> {
                    with.accept(rows);
                    return rows;
                }),
                first);
    }

    private static Tampering styled(String name, String xf, String first) {
        UnaryOperator<String> styles = xml -> xml.replace(
                        "</numFmts>", "<numFmt numFmtId=\"170\" formatCode=\"&quot;approved&quot;;;;\"/></numFmts>")
                .replace("</fonts>", WHITE + "</fonts>")
                .replace("</cellXfs>", "<xf " + xf + " borderId=\"0\" xfId=\"0\"/></cellXfs>");
        return altered(
                name,
                p -> p.edit("xl/styles.xml", styles)
                        .cell(
                                TRAIL,
                                "E5",
                                c -> c.replaceFirst(
                                        "s=\"\\d+\"", "s=\"" + (count(p.text("xl/styles.xml")) - 1) + "\"")),
                first);
    }

    private static int count(String styles) {
        var formats = styles.substring(styles.indexOf("<cellXfs"), styles.indexOf("</cellXfs>"));
        return formats.split("<xf ", -1).length - 1;
    }

    private static Tampering line(String part, String where, String column, String text, String first) {
        int status = first.startsWith("NOT") ? 2 : 1;
        return new Tampering(
                part + " " + where + " " + column,
                p -> p.say("Proof", column + p.proofRow(part, where), text),
                status,
                first);
    }

    private static void addSheet(Package p) {
        p.part(
                        "xl/worksheets/sheet99.xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")
                .edit(
                        "xl/_rels/workbook.xml.rels",
                        xml -> xml.replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId99\" Target=\"worksheets/sheet99.xml\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/></Relationships>"))
                .edit(
                        "xl/workbook.xml",
                        xml -> xml.replaceFirst(
                                "(<sheet [^>]*name=\"Proof\")",
                                "<sheet name=\"Extra\" r:id=\"rId99\" sheetId=\"99\"/>$1"));
    }

    private static void after(Package p, String element) {
        p.sheet(TRAIL, xml -> xml.replace("</sheetData>", "</sheetData>" + element));
    }

    private static String doctype(String xml, String entities) {
        return xml.replaceFirst(
                "(<\\?xml[^>]*>)?\\s*<", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [" + entities + "]><");
    }

    private static List<String> without(List<String> rows, int at) {
        rows.remove(at);
        return rows;
    }

    private static List<String> with(List<String> rows, String row) {
        rows.add(row);
        return rows;
    }
}
