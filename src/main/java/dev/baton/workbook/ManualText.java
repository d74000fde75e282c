package dev.baton.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a document's text into paragraphs; what was struck out in revision is left out. */
class ManualText extends DefaultHandler {

    private static final int MOST_CHARACTERS = 5_000_000;
    private static final int MOST_PARAGRAPHS = 50_000;
    private static final int BODY_TEXT = 9;

    private final ManualStyles styles;
    private final ManualNumbering numbering;
    private final List<ManualBlock> blocks = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();
    private int characters;
    private int paragraph;
    private @Nullable String style;
    private @Nullable Integer outline;
    private @Nullable String list;
    private int depth;
    private boolean inText;
    private int struckOut;
    private int inProperties;

    ManualText(ManualStyles styles, ManualNumbering numbering) {
        this.styles = styles;
        this.numbering = numbering;
    }

    List<ManualBlock> blocks() {
        return List.copyOf(blocks);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        var value = value(attributes, "val");
        switch (name) {
            case "del", "Fallback" -> struckOut++;
            case "p" -> begin();
            case "pPr" -> inProperties++;
            case "pStyle" -> style = value;
            case "outlineLvl" -> outline = value == null ? null : Integer.valueOf(outline(value));
            case "numId" -> list = value;
            case "ilvl" -> depth = small(value);
            case "t" -> inText = struckOut == 0;
            case "tab" -> add(inProperties == 0 ? "\t" : "");
            case "br", "cr" -> add("\n");
            case "noBreakHyphen" -> add("-");
            default -> {
                // looks say nothing here
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inText) {
            add(new String(chars, start, length));
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "del", "Fallback" -> struckOut--;
            case "t" -> inText = false;
            case "pPr" -> inProperties--;
            case "p" -> end();
            default -> {
                // nothing was begun
            }
        }
    }

    private void begin() {
        // A paragraph within a paragraph is a text box: what was read so far stands before it.
        if (!text.toString().isBlank()) {
            end();
        }
        text.setLength(0);
        style = null;
        outline = null;
        list = null;
        depth = 0;
    }

    private void end() {
        paragraph++;
        var said = text.toString().strip();
        text.setLength(0);
        if (said.isEmpty() || struckOut > 0) {
            return;
        }
        var numbered = list != null ? list : styles.list(style);
        var label = numbered == null || numbered.equals("0")
                ? ""
                : numbering.next(numbered, list != null ? depth : styles.depth(style));
        var level = outline != null ? outline : styles.level(style);
        blocks.add(new ManualBlock(paragraph, level, label, said));
        if (blocks.size() > MOST_PARAGRAPHS) {
            throw new WorkbookRefused("workbook.bomb");
        }
    }

    private void add(String more) {
        if (struckOut > 0) {
            return;
        }
        characters += more.length();
        if (characters > MOST_CHARACTERS) {
            throw new WorkbookRefused("workbook.bomb");
        }
        text.append(more);
    }

    /** An attribute by its name, whatever prefix the document uses. */
    static @Nullable String value(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }

    /** The level of a heading from what the document calls outline level; beyond the ninth it is running text. */
    static int outline(String value) {
        var level = small(value);
        return level >= BODY_TEXT ? 0 : level + 1;
    }

    static int small(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : 0;
    }
}
