package dev.baton.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook taken apart, as somebody with a zip tool and a text editor has it before them. */
final class Package {

    private static final Pattern ROW = Pattern.compile("(?s)<row [^>]*>.*?</row>|<row [^>]*/>");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Package(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    Package part(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Changes a part, and fails where nothing changed: a tampering that does nothing proves nothing. */
    Package edit(String part, UnaryOperator<String> change) {
        var before = text(part);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("Nothing changed in " + part);
        }
        return part(part, after);
    }

    Package sheet(String sheet, UnaryOperator<String> change) {
        return edit(partOf(sheet), change);
    }

    /** Replaces one cell, given as the XML between the start and the end of the element, with its attributes. */
    Package cell(String sheet, String at, UnaryOperator<String> change) {
        return sheet(sheet, xml -> replace(xml, Pattern.compile("(?s)<c r=\"" + at + "\".*?</c>"), change));
    }

    /** Replaces what the cell says, whatever its type. */
    Package say(String sheet, String at, String inner) {
        return cell(
                sheet,
                at,
                cell -> cell.replaceFirst(
                        "(?s)(<t[^>]*>|<v>).*?(</t>|</v>)", "$1" + Matcher.quoteReplacement(inner) + "$2"));
    }

    /** Says something else, and puts the check of that cell right in the last cell of its row. */
    Package forge(String sheet, String at, String text) {
        var row = at.replaceAll("[A-Z]", "");
        var before = Pattern.compile("<c r=\"([A-Z]+)" + row + "\"")
                .matcher(text(partOf(sheet)))
                .results()
                .map(cell -> cell.group(1))
                .toList();
        var check = before.get(before.size() - 1) + row;
        int column = 0;
        for (var c : at.replaceAll("[0-9]", "").toCharArray()) {
            column = 26 * column + c - 'A' + 1;
        }
        var isNumber = text(partOf(sheet)).contains("<c r=\"" + at + "\"")
                && !Pattern.compile("<c r=\"" + at + "\"[^>]*t=\"inlineStr\"")
                        .matcher(text(partOf(sheet)))
                        .find();
        var checks = shown(sheet, check);
        var anew = crc((isNumber ? "n" : "s") + text);
        say(sheet, at, text.replace("&", "&amp;").replace("<", "&lt;"));
        return say(sheet, check, checks.substring(0, 8 * column - 8) + anew + checks.substring(8 * column));
    }

    /** A row of Proof as somebody would make it who knows the format. */
    String madeRow(String part, String name, String value, int row) {
        var xml = new StringBuilder("<row r=\"" + row + "\">");
        var cells = new String[] {part, name, value};
        var checks = new StringBuilder();
        for (int c = 0; c < cells.length; c++) {
            xml.append(cell((char) ('A' + c), row, cells[c]));
            checks.append(crc("s" + cells[c]));
        }
        checks.append("00000000").append(crc("n" + row));
        return xml.append("<c r=\"E" + row + "\" s=\"0\"><v>" + row + "</v></c>")
                .append(cell('F', row, checks.toString()))
                .append("</row>")
                .toString();
    }

    private static String cell(char column, int row, String text) {
        return "<c r=\"" + column + row + "\" s=\"0\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String crc(String canonical) {
        var crc = new java.util.zip.CRC32();
        crc.update(canonical.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    String shown(String sheet, String at) {
        var cell = Pattern.compile("(?s)<c r=\"" + at + "\".*?</c>").matcher(text(partOf(sheet)));
        if (!cell.find()) {
            throw new AssertionError("No cell " + sheet + "!" + at);
        }
        return cell.group()
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** Rearranges the rows, the heading being the first, and numbers them anew. */
    Package rows(String sheet, UnaryOperator<List<String>> change) {
        return sheet(sheet, xml -> {
            var rows = change.apply(new ArrayList<>(rows(xml)));
            var out = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                out.append(rows.get(i)
                        .replaceFirst("<row r=\"\\d+\"", "<row r=\"" + (i + 1) + "\"")
                        .replaceAll("<c r=\"([A-Z]+)\\d+\"", "<c r=\"$1" + (i + 1) + "\""));
            }
            int from = xml.indexOf("<sheetData>") + "<sheetData>".length();
            return xml.substring(0, from) + out + xml.substring(xml.indexOf("</sheetData>"));
        });
    }

    int rowCount(String sheet) {
        return rows(text(partOf(sheet))).size();
    }

    private static List<String> rows(String xml) {
        return ROW.matcher(xml).results().map(row -> row.group()).toList();
    }

    /** The part that holds a sheet. */
    String partOf(String sheet) {
        var id = Pattern.compile("<sheet [^>]*name=\"" + sheet + "\"[^>]*>").matcher(text("xl/workbook.xml"));
        if (!id.find()) {
            throw new AssertionError("No sheet " + sheet);
        }
        var wanted = id.group().replaceFirst(".*r:id=\"([^\"]+)\".*", "$1");
        var relation = Pattern.compile("<Relationship [^>]*Id=\"" + wanted + "\"[^>]*>")
                .matcher(text("xl/_rels/workbook.xml.rels"));
        if (!relation.find()) {
            throw new AssertionError("No part of " + sheet);
        }
        return "xl/" + relation.group().replaceFirst(".*Target=\"([^\"]+)\".*", "$1");
    }

    /** Row of Proof whose first and second cell say this. */
    int proofRow(String part, String where) {
        for (int row = 2; row <= rowCount("Proof"); row++) {
            if (shown("Proof", "A" + row).equals(part)
                    && (where.isEmpty() || shown("Proof", "B" + row).equals(where))) {
                return row;
            }
        }
        throw new AssertionError("No line " + part + " " + where);
    }

    static String replace(String xml, Pattern what, UnaryOperator<String> change) {
        var found = what.matcher(xml);
        return found.find()
                ? xml.substring(0, found.start()) + change.apply(found.group()) + xml.substring(found.end())
                : xml;
    }
}
