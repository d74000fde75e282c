package dev.baton.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The lists of a document, and the numbers that Word shows in front of their paragraphs. */
class ManualNumbering extends DefaultHandler {

    private static final int LEVELS = 9;

    /** How one level of a list is numbered. */
    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
    }

    /** A list and how far it has been counted. */
    private static final class Counted {
        private final Level[] levels = new Level[LEVELS];
        private final int[] at = new int[LEVELS];
    }

    private final Map<String, Counted> lists = new HashMap<>();
    private final Map<String, String> listOf = new HashMap<>();
    private @Nullable Counted open;
    private @Nullable String number;
    private int level;

    /** Counts one paragraph of that list on and says its number; empty when nothing is known of the list. */
    String next(String numberId, int depth) {
        var list = lists.get(listOf.getOrDefault(numberId, ""));
        if (list == null || depth < 0 || depth >= LEVELS || list.levels[depth] == null) {
            return "";
        }
        list.at[depth]++;
        for (int i = depth + 1; i < LEVELS; i++) {
            list.at[i] = 0;
        }
        var shown = list.levels[depth];
        if (shown.format.equals("bullet")) {
            return "-";
        }
        var text = shown.text;
        for (int i = 0; i <= depth; i++) {
            var of = list.levels[i];
            if (of != null) {
                text = text.replace("%" + (i + 1), written(of.format, of.start - 1 + Math.max(1, list.at[i])));
            }
        }
        return text.strip();
    }

    private static String written(String format, int number) {
        return switch (format) {
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            default -> String.valueOf(number);
        };
    }

    private static String letters(int number) {
        return String.valueOf((char) ('A' + (Math.max(1, number) - 1) % 26))
                .repeat((Math.max(1, number) - 1) / 26 % 5 + 1);
    }

    private static String roman(int number) {
        var values = new int[] {100, 90, 50, 40, 10, 9, 5, 4, 1};
        var signs = new String[] {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var rest = Math.min(Math.max(1, number), 399);
        var text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                text.append(signs[i]);
                rest -= values[i];
            }
        }
        return text.toString();
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        var value = ManualText.value(attributes, "val");
        switch (name) {
            case "abstractNum" -> {
                open = new Counted();
                lists.put(String.valueOf(ManualText.value(attributes, "abstractNumId")), open);
            }
            case "lvl" -> {
                level = ManualText.small(ManualText.value(attributes, "ilvl"));
                if (open != null && level < LEVELS) {
                    open.levels[level] = new Level();
                }
            }
            case "num" -> number = ManualText.value(attributes, "numId");
            case "abstractNumId" -> {
                if (number != null && value != null) {
                    listOf.put(number, value);
                }
            }
            case "start", "numFmt", "lvlText" -> put(name, value);
            default -> {
                // looks say nothing here
            }
        }
    }

    private void put(String name, @Nullable String value) {
        var list = open;
        if (list == null || value == null || level >= LEVELS || list.levels[level] == null) {
            return;
        }
        switch (name) {
            case "start" -> list.levels[level].start = ManualText.small(value);
            case "numFmt" -> list.levels[level].format = value;
            default -> list.levels[level].text = value;
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if (name.equals("abstractNum")) {
            open = null;
        } else if (name.equals("num")) {
            number = null;
        }
    }
}
