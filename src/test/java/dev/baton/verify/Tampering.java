package dev.baton.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Ways to tamper with a workbook, each with the place that a verifier must name first. */
record Tampering(String name, Consumer<Package> with, int status, String first) {

    private static final String TRAIL = "Audit trail";
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
                altered("number", p -> p.say(TRAIL, "A6", "4711"), TRAIL + "!A6: altered; now 4711"),
                altered("date", p -> p.say(TRAIL, "P7", "46000.25"), TRAIL + "!P7: altered; now another date"),
                altered(
                        "number into text",
                        p -> p.cell(
                                TRAIL,
                                "A6",
                                c -> c.replaceFirst(
                                        "<c r=\"A6\" s=\"(\\d+)\"[^>]*><v>(.*)</v>",
                                        "<c r=\"A6\" s=\"$1\" t=\"inlineStr\"><is><t>$2</t></is>")),
                        TRAIL + "!A6"),
                altered("boolean", p -> p.say("Signatures", "M2", "0"), "Signatures!M2: altered; now FALSE"),
                altered("heading", p -> p.say(TRAIL, "H1", "Deed"), TRAIL + "!H1: altered; now \"Deed\""),
                altered("overview", p -> p.say("Overview", "B2", "other"), "Overview!B2: altered"),
                altered("signature", p -> p.say("Signatures", "E3", "Nobody"), "Signatures!E3: altered"),
                altered("item", p -> p.say("Items", "D3", "Other title"), "Items!D3: altered"),
                altered("item's content", p -> p.say("Items", "E3", "{}"), "Items!E3: altered; now \"{}\""),
                altered("emptied", p -> p.cell(TRAIL, "E5", c -> ""), TRAIL + "!E5: altered; now empty"),
                altered(
                        "filled",
                        p -> p.cell(TRAIL, "P5", c -> c + "<c r=\"Q5\" t=\"inlineStr\"><is><t>approved</t></is></c>"),
                        TRAIL + "!Q5: altered; now \"approved\""),
                altered(
                        "formula",
                        p -> p.cell(
                                TRAIL,
                                "E5",
                                c -> "<c r=\"E5\" t=\"str\"><f>\"x\"</f><v>" + p.shown(TRAIL, "E5") + "</v></c>"),
                        TRAIL + "!E5: altered; now a formula"),
                altered("two cells", p -> p.say(TRAIL, "E9", "somebody").say(TRAIL, "E4", "else"), TRAIL + "!E4"));
    }

    private static List<Tampering> rows() {
        return List.of(
                moved("row deleted", rows -> rows.remove(4), TRAIL + "!A5: row missing"),
                moved("last row deleted", rows -> rows.remove(rows.size() - 1), TRAIL + "!A"),
                moved("two rows deleted", rows -> rows.subList(4, 6).clear(), TRAIL + "!A5: row missing"),
                moved(
                        "row added",
                        rows -> rows.add(
                                5,
                                rows.get(3)
                                        .replaceAll("<t>[^<]*</t>", "<t>x</t>")
                                        .replaceAll("<v>[^<]*</v>", "<v>1</v>")),
                        TRAIL + "!A6: row added"),
                moved("row doubled", rows -> rows.add(5, rows.get(4)), TRAIL + "!A6: row added"),
                moved("row added at the end", rows -> rows.add(rows.get(4)), TRAIL + "!A"),
                moved("rows swapped", rows -> Collections.swap(rows, 4, 7), TRAIL + "!A5: row out of order"),
                moved("neighbours swapped", rows -> Collections.swap(rows, 4, 5), TRAIL + "!A5: row out of order"),
                moved(
                        "row moved down",
                        rows -> rows.add(8, rows.remove(4)),
                        TRAIL + "!A5: row out of order, now row 9"),
                moved(
                        "row moved up",
                        rows -> rows.add(4, rows.remove(8)),
                        TRAIL + "!A5: row out of order, exported as row 9"),
                altered(
                        "row emptied",
                        p -> p.sheet(TRAIL, xml -> xml.replaceFirst("(?s)<row r=\"5\".*?</row>", "")),
                        TRAIL + "!A5: altered; now empty"),
                altered(
                        "rows in wrong order in the file",
                        p -> p.sheet(TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"3\"")),
                        TRAIL + ": cannot be read: rows that are not in order"));
    }

    private static List<Tampering> sheets() {
        return List.of(
                altered(
                        "sheet removed",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replaceFirst("<sheet [^>]*name=\"Items\"[^>]*>", "")),
                        "Items: sheet missing"),
                altered("sheet added", p -> addSheet(p), "Extra: sheet added"),
                altered(
                        "sheet renamed",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replace("name=\"Items\"", "name=\"Notes\"")),
                        "Items: sheet renamed to \"Notes\""),
                altered(
                        "sheets swapped",
                        p -> p.edit(
                                "xl/workbook.xml",
                                xml -> xml.replaceFirst(
                                        "(<sheet [^>]*name=\"Overview\"[^>]*>)(<sheet [^>]*name=\"Signatures\"[^>]*>)",
                                        "$2$1")),
                        "Signatures: sheet out of order"),
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
                altered("macros", p -> p.part("xl/vbaProject.bin", "x"), "Workbook: macros"),
                altered("comments", p -> p.part("xl/comments1.xml", "<comments/>"), "Workbook: comments"),
                altered(
                        "link to another file",
                        p -> p.part("xl/externalLinks/externalLink1.xml", "<x/>"),
                        "Workbook: links to other files"),
                altered(
                        "unknown part",
                        p -> p.part("xl/customUI.xml", "<x/>"),
                        "Workbook: a part that is in no export"));
    }

    private static List<Tampering> looks() {
        return List.of(
                altered(
                        "row hidden",
                        p -> p.sheet(TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"")),
                        TRAIL + "!A5: row hidden"),
                altered(
                        "row of no height",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" ht=\"0\" customHeight=\"1\"")),
                        TRAIL + "!A5: row hidden"),
                altered(
                        "row of Proof hidden",
                        p -> p.sheet("Proof", xml -> xml.replace("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"")),
                        "Proof!A5: row hidden"),
                altered(
                        "column hidden",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replaceFirst("<col min=\"13\"", "<col hidden=\"true\" min=\"13\"")),
                        TRAIL + "!M: column hidden"),
                altered(
                        "column of no width",
                        p -> p.sheet(
                                TRAIL, xml -> xml.replaceFirst("(<col min=\"13\" max=\"13\" width=\")[^\"]*", "$10.0")),
                        TRAIL + "!M: column hidden"),
                altered(
                        "number format for all",
                        p -> p.edit("xl/styles.xml", xml -> xml.replace(
                                        "</numFmts>",
                                        "<numFmt numFmtId=\"170\" formatCode=\"&quot;approved&quot;;;;\"/></numFmts>")
                                .replace(
                                        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\"",
                                        "<xf numFmtId=\"170\" fontId=\"0\" fillId=\"0\" borderId=\"1\"")),
                        "Overview!A2: number format"),
                styled("number format", "numFmtId=\"170\" fontId=\"0\" fillId=\"0\"", TRAIL + "!E5: number format"),
                styled(
                        "white on white",
                        "numFmtId=\"0\" fontId=\"2\" fillId=\"0\"",
                        TRAIL + "!E5: text in the colour of its ground"),
                styled(
                        "format of dates",
                        "numFmtId=\"164\" fontId=\"0\" fillId=\"0\"",
                        TRAIL + "!E5: number format of a date"),
                altered(
                        "conditional format",
                        p -> after(p, "<conditionalFormatting sqref=\"A1:P9\"/>"),
                        TRAIL + ": conditionalFormatting is in no export"),
                altered(
                        "merged cells",
                        p -> after(p, "<mergeCells><mergeCell ref=\"A5:B5\"/></mergeCells>"),
                        TRAIL + ": mergeCells is in no export"),
                altered(
                        "text box",
                        p -> after(p.part("xl/drawings/drawing1.xml", "<x><anchor/></x>"), "<drawing/>"),
                        "Workbook: a drawing"),
                altered(
                        "hyperlink",
                        p -> p.part(
                                p.partOf(TRAIL).replace("sheets/", "sheets/_rels/") + ".rels",
                                "<Relationships><Relationship Id=\"rId1\" Target=\"https://example.org\""
                                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/>"
                                        + "</Relationships>"),
                        "Workbook: Audit trail is linked to \"hyperlink\""),
                altered(
                        "formula in a truth value",
                        p -> p.cell("Signatures", "M2", c -> "<c r=\"M2\" t=\"b\"><f>FALSE()</f><v>1</v></c>"),
                        "Signatures!M2: altered; now a formula"),
                altered(
                        "extension",
                        p -> after(p, "<extLst><ext uri=\"x\"/></extLst>"),
                        TRAIL + ": extension (extLst)"),
                altered(
                        "run in white",
                        p -> p.cell(TRAIL, "E5", c -> c.replace("<is>", "<is><r><rPr><color rgb=\"FFFFFFFF\"/></rPr>")
                                .replace("</is>", "</r></is>")),
                        TRAIL + "!E5: text with looks of its own"),
                altered(
                        "external entity",
                        p -> p.sheet(TRAIL, xml -> doctype(xml, "<!ENTITY x SYSTEM \"file:///etc/hostname\">")),
                        TRAIL + ": cannot be read: a document type declaration"),
                altered(
                        "billion laughs",
                        p -> p.sheet(
                                TRAIL,
                                xml -> doctype(xml, "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\">")),
                        TRAIL + ": cannot be read: a document type declaration"),
                altered(
                        "broken XML",
                        p -> p.sheet(TRAIL, xml -> xml.replace("</sheetData>", "")),
                        TRAIL + ": cannot be read: not well-formed"),
                new Tampering(
                        "document type in the workbook",
                        p -> p.edit("xl/workbook.xml", xml -> doctype(xml, "")),
                        2,
                        "NOT A BATON EXPORT: a document type declaration"));
    }

    private static List<Tampering> proof() {
        return List.of(
                line("about", "C", "Trust me.", "Proof!C2: the lines about how to check are altered"),
                altered(
                        "statement",
                        p -> p.cell(
                                "Proof",
                                "C" + p.proofRow("statement", ""),
                                c -> c.replace("\"by\":\"auditor\"", "\"by\":\"nobody\"")),
                        "Proof!"),
                altered(
                        "checkpoint",
                        p -> p.cell(
                                "Proof",
                                "C" + p.proofRow("checkpoint", ""),
                                c -> c.replace("2026-03-01", "2026-03-02")),
                        "Proof!C8: checkpoint, signature and key"),
                line("checkpoint", "E", "AAAA", "Proof!C8: checkpoint, signature and key"),
                altered(
                        "spare bits of the signature",
                        p -> p.cell("Proof", "E8", c -> c.replaceFirst("([AQgw])==", "B==")),
                        "Proof!C8: checkpoint, signature and key"),
                line("key", "B", "0123456789abcdef", "Proof!B9: is not the id"),
                line(
                        "key",
                        "C",
                        "MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "Proof!C8: checkpoint, signature and key"),
                altered(
                        "entry",
                        p -> p.cell("Proof", "C10", c -> c.replace("\"site\":\"", "\"site\":\"x")),
                        "Proof!C10: the ledger's entry"),
                line("entry", "D", "00".repeat(32), "Proof: leaf hashes and path"),
                altered(
                        "opening",
                        p -> p.cell("Proof", "E10", c -> c.replaceFirst("\"index\":\\d+", "\"index\":99")),
                        "Proof: leaf hashes and path"),
                line("path", "D", "00".repeat(32), "Proof: leaf hashes and path"),
                at("Where", "B", "Audit trail!99", "B"),
                at("Value", "C", "00000000", "C"),
                altered(
                        "Hash",
                        p -> p.say("Proof", "D" + p.proofRow("row", TRAIL + "!5"), "00".repeat(32)),
                        "Proof: leaf hashes and path"),
                altered(
                        "More",
                        p -> p.cell(
                                "Proof",
                                "E" + p.proofRow("row", TRAIL + "!5"),
                                c -> c.replaceFirst("\"salt\":\"", "\"salt\":\"x")),
                        "Proof!E"),
                altered(
                        "More, further member",
                        p -> p.cell(
                                "Proof",
                                "E" + p.proofRow("row", TRAIL + "!5"),
                                c -> c.replaceFirst("\\{", "{\"a\":1,")),
                        "Proof!E"),
                altered(
                        "line deleted",
                        p -> p.rows("Proof", rows -> without(rows, p.proofRow("row", TRAIL + "!5") - 1)),
                        ""),
                altered("line added", p -> p.rows("Proof", rows -> with(rows, rows.get(rows.size() - 1))), "Proof!"),
                altered("about added", p -> p.rows("Proof", rows -> with(rows, rows.get(1))), "Proof!A"),
                altered(
                        "cell added",
                        p -> p.cell("Proof", "C2", c -> c + "<c r=\"D2\" t=\"inlineStr\"><is><t>checked</t></is></c>"),
                        "Proof!D2: must be empty"),
                altered(
                        "sixth column",
                        p -> p.cell("Proof", "C2", c -> c + "<c r=\"F2\" t=\"inlineStr\"><is><t>checked</t></is></c>"),
                        "Proof!F2: is in no export"),
                altered("heading", p -> p.say("Proof", "C1", "Worth"), "Proof!A1: heading altered"),
                new Tampering(
                        "no statement",
                        p -> p.rows("Proof", rows -> without(rows, 6)),
                        2,
                        "NOT A BATON EXPORT: its sheet Proof cannot be read: no statement in it"),
                new Tampering(
                        "no proof",
                        p -> p.edit("xl/workbook.xml", xml -> xml.replaceFirst("<sheet [^>]*name=\"Proof\"[^>]*>", "")),
                        2,
                        "NOT A BATON EXPORT: it has no sheet Proof"));
    }

    private static List<Tampering> forgers() {
        return List.of(
                forged("trail", TRAIL, 5, "E", TRAIL + "!A5: the entry does not fit the ledger"),
                forged("overview", "Overview", 2, "B", "Overview: altered, and its row checks were computed anew"),
                forged("content", "Items", 2, "E", "Items!A2: the content does not fit its hash"));
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

    private static Tampering line(String part, String column, String value, String first) {
        return altered(part + " " + column, p -> p.say("Proof", column + p.proofRow(part, ""), value), first);
    }

    private static Tampering at(String name, String column, String value, String named) {
        return altered(name, p -> p.say("Proof", column + p.proofRow("row", TRAIL + "!5"), value), "Proof!" + named);
    }

    /** Alters a cell, and computes the row check anew, which anybody can. */
    private static Tampering forged(String name, String sheet, int row, String column, String first) {
        return altered(
                "forged " + name,
                p -> {
                    var check = "C" + p.proofRow("row", sheet + "!" + row);
                    int at = column.charAt(0) - 'A';
                    p.say(sheet, column + row, "forged");
                    var before = p.shown("Proof", check);
                    var crc = new java.util.zip.CRC32();
                    crc.update("sforged".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    p.say(
                            "Proof",
                            check,
                            before.substring(0, 8 * at)
                                    + String.format("%08x", crc.getValue())
                                    + before.substring(8 * at + 8));
                },
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
