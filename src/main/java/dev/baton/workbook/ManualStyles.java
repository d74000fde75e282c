package dev.baton.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The styles of a document: which are headings, and which number their paragraphs. */
class ManualStyles extends DefaultHandler {

    private static final int DEEPEST = 20;

    /** A style, or the part of one that matters here; null says that the style it is based on decides. */
    private static final class Style {
        private @Nullable String basedOn;
        private @Nullable Integer level;
        private @Nullable String list;
        private int depth;
    }

    private final Map<String, Style> styles = new HashMap<>();
    private @Nullable Style open;

    /** How deep a heading the style makes, from 1; 0 for running text. */
    int level(@Nullable String id) {
        var level = find(id, style -> style.level);
        return level == null ? 0 : level;
    }

    /** The list that the style numbers its paragraphs in, or null. */
    @Nullable
    String list(@Nullable String id) {
        return find(id, style -> style.list);
    }

    /** How deep in its list. */
    int depth(@Nullable String id) {
        var depth = find(id, style -> style.list == null ? null : Integer.valueOf(style.depth));
        return depth == null ? 0 : depth;
    }

    private <T> @Nullable T find(@Nullable String id, Function<Style, @Nullable T> what) {
        var name = id;
        for (int i = 0; i < DEEPEST && name != null; i++) {
            var style = styles.get(name);
            if (style == null) {
                return null;
            }
            var found = what.apply(style);
            if (found != null) {
                return found;
            }
            name = style.basedOn;
        }
        return null;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("style")) {
            var id = ManualText.value(attributes, "styleId");
            open = new Style();
            if (id != null) {
                styles.put(id, open);
            }
            return;
        }
        var style = open;
        var value = ManualText.value(attributes, "val");
        if (style == null || value == null) {
            return;
        }
        switch (name) {
            case "name" -> {
                var lower = value.toLowerCase(Locale.ROOT);
                if (lower.matches("heading [1-9]")) {
                    style.level = lower.charAt(8) - '0';
                }
            }
            case "basedOn" -> style.basedOn = value;
            case "outlineLvl" -> style.level = ManualText.outline(value);
            case "numId" -> style.list = value;
            case "ilvl" -> style.depth = ManualText.small(value);
            default -> {
                // looks say nothing here
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if (name.equals("style")) {
            open = null;
        }
    }
}
