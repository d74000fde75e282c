package dev.baton.workbook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * One row at a time in the three forms it is needed in: its XML, and for a checked row its canonical line and the checks
 * of its cells; a checked row ends with its number and its checks.
 */
class SheetXml {

    private static final Instant DAY_ZERO = Instant.parse("1899-12-30T00:00:00Z");
    private static final Instant FIRST_DATE = Instant.parse("1900-03-01T00:00:00Z");
    private static final Instant LAST_DATE = Instant.parse("9999-12-31T00:00:00Z");
    private static final double DAY = 86_400_000d;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final byte[] NULL = ascii("null");
    private static final byte[] NO_CHECK = ascii("00000000");
    private static final byte[] TEXT = ascii("\" t=\"inlineStr\"><is><t>");
    private static final byte[] SPACED_TEXT = ascii("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] END_TEXT = ascii("</t></is></c>");
    private static final byte[] STYLE = ascii("\" s=\"");
    private static final byte[] VALUE = ascii("\"><v>");
    private static final byte[] TRUTH = ascii("\" t=\"b\"><v>");
    private static final String[] OWN = {"Row", "Check"};
    private static final byte[] END_VALUE = ascii("</v></c>");

    private final SheetStyles styles;
    private final boolean checked;
    private final boolean[] wrapped;
    private final boolean[] quiet;
    private final byte[][] openings;
    private final Bytes xml = new Bytes();
    private final Bytes line = new Bytes();
    private final Bytes checks = new Bytes();
    private final CellText text = new CellText();
    private final CRC32 crc = new CRC32();
    private final List<String> headings;
    private final @Nullable Object[] cells;
    private final @Nullable List<String>[] pieces;
    private int filledLine;
    private int filledChecks;
    private boolean empty;

    @SuppressWarnings("unchecked")
    SheetXml(SheetStyles styles, List<SheetColumn> columns, boolean checked) {
        this.styles = styles;
        this.checked = checked;
        this.headings = columns.stream().map(SheetColumn::heading).toList();
        this.wrapped = new boolean[columns.size()];
        this.quiet = new boolean[columns.size()];
        this.openings = new byte[columns.size() + OWN.length][];
        for (int i = 0; i < wrapped.length; i++) {
            wrapped[i] = columns.get(i).isText();
            quiet[i] = columns.get(i).quiet();
        }
        for (int i = 0; i < openings.length; i++) {
            openings[i] = ascii("<c r=\"" + CellReference.convertNumToColString(i));
        }
        this.cells = new Object[wrapped.length];
        this.pieces = (List<String>[]) new List<?>[wrapped.length];
    }

    /** Takes the values of a row and tells how many rows of the sheet it needs. */
    int take(List<? extends @Nullable Object> values) {
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            var value = i < values.size() ? plain(values.get(i)) : null;
            cells[i] = value;
            pieces[i] = null;
            if (value instanceof String text && text.length() > ExactText.LONGEST_CELL / 7) {
                var split = ExactText.pieces(text);
                if (split.size() > 1) {
                    pieces[i] = split;
                    height = Math.max(height, split.size());
                }
            }
        }
        return height;
    }

    /** Writes the heading. */
    void heading() {
        take(headings);
        begin(0);
        for (int i = 0; i < cells.length; i++) {
            text(i, 0, headings.get(i), styles.forHeader().getIndex());
        }
        for (int i = 0; checked && i < OWN.length; i++) {
            text(cells.length + i, 0, OWN[i], styles.forHeader().getIndex());
        }
        end(0);
    }

    /**
     * Writes a row of the sheet.
     *
     * @param number the row, counted from 0
     * @param i which of the rows that the values need
     */
    void row(int number, int i) {
        begin(number);
        for (int column = 0; column < cells.length; column++) {
            var value = cells[column];
            var split = pieces[column];
            if (split != null) {
                value = i < split.size() ? split.get(i) : column == 0 ? split.get(0) : null;
            } else if (i > 0 && column > 0) {
                value = null;
            }
            cell(column, number, value, i);
        }
        if (checked) {
            own(number);
        }
        end(number);
    }

    Bytes xml() {
        return xml;
    }

    /** The canonical JSON array of the cells, with its line feed. */
    Bytes line() {
        return line;
    }

    /** Eight hexadecimal digits for each cell up to the last filled one. */
    Bytes checks() {
        return checks;
    }

    String checkText() {
        return new String(checks.data(), 0, checks.size(), StandardCharsets.ISO_8859_1);
    }

    private void begin(int number) {
        xml.clear();
        xml.ascii("<row r=\"");
        xml.digits(number + 1L);
        xml.ascii("\">");
        line.clear();
        line.add('[');
        checks.clear();
        filledLine = 1;
        filledChecks = 0;
        empty = true;
    }

    private void end(int number) {
        if (empty) {
            emptyRow(number);
        }
        line.cut(filledLine);
        line.add(']');
        line.add('\n');
        checks.cut(filledChecks);
        xml.ascii("</row>");
    }

    /** A row that says nothing keeps its place by an empty text, which counts as nothing. */
    private void emptyRow(int number) {
        open(0, number, styles.forCell(false, false, false).getIndex());
        xml.add(TEXT);
        xml.add(END_TEXT);
    }

    /** The number of the row, and the checks of all cells before. */
    private void own(int number) {
        int style = styles.forQuiet().getIndex();
        open(cells.length, number, style);
        xml.add(VALUE);
        xml.digits(number + 1L);
        value("n" + (number + 1));
        int checked = checks.size();
        text(cells.length + 1, number, checkText(), style);
        checks.cut(checked);
        filledChecks = checked;
    }

    private void cell(int column, int number, @Nullable Object value, int i) {
        if (value == null) {
            if (checked) {
                separate();
                line.add(NULL);
                checks.add(NO_CHECK);
            }
        } else if (value instanceof String text) {
            text(column, number, text, style(column, ExactText.looksLikeFormula(text), i));
        } else if (value instanceof Boolean truth) {
            open(column, number, style(column, false, i));
            xml.add(TRUTH);
            xml.add(truth ? '1' : '0');
            value(truth ? "bTRUE" : "bFALSE");
        } else if (value instanceof Long whole) {
            open(column, number, style(column, false, i));
            xml.add(VALUE);
            xml.ascii(Long.toString(whole));
            value("n" + whole);
        } else if (value instanceof Instant moment) {
            open(column, number, styles.forDate().getIndex());
            xml.add(VALUE);
            moment(Duration.between(DAY_ZERO, moment).toMillis() / DAY);
        }
    }

    private int style(int column, boolean quoted, int i) {
        var style = quiet[column] && !quoted ? styles.forQuiet() : styles.forCell(wrapped[column], quoted, i > 0);
        return style.getIndex();
    }

    private void moment(double days) {
        if (days == Math.rint(days)) {
            var whole = Long.toString((long) days);
            xml.ascii(whole);
            value("n" + whole);
        } else {
            xml.ascii(Double.toString(days));
            value("d" + Math.round(days * DAY));
        }
    }

    private void value(String canonical) {
        xml.add(END_VALUE);
        empty = false;
        if (!checked) {
            return;
        }
        separate();
        line.add('"');
        int from = line.size();
        line.ascii(canonical);
        crc.reset();
        crc.update(line.data(), from, canonical.length());
        line.add('"');
        filled();
    }

    private void text(int column, int number, String value, int style) {
        open(column, number, style);
        text.take(value);
        xml.add(text.isSpaced() ? SPACED_TEXT : TEXT);
        text.appendXml(xml);
        xml.add(END_TEXT);
        empty = false;
        if (checked) {
            separate();
            line.add('"');
            line.add('s');
            text.appendJson(line);
            line.add('"');
            crc.reset();
            crc.update('s');
            crc.update(text.utf8());
            filled();
        }
    }

    private void open(int column, int number, int style) {
        xml.add(openings[column]);
        xml.digits(number + 1L);
        xml.add(STYLE);
        xml.digits(style);
    }

    private void separate() {
        if (line.size() > 1) {
            line.add(',');
        }
    }

    private void filled() {
        checks.hex((int) crc.getValue());
        filledLine = line.size();
        filledChecks = checks.size();
    }

    /** The value as a cell holds it: a text, a whole number, a truth value or a moment; null for what says nothing. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Instant moment) {
            return moment.isBefore(FIRST_DATE) || !moment.isBefore(LAST_DATE) ? moment.toString() : moment;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            long whole = ((Number) value).longValue();
            return Math.abs(whole) < LARGEST_EXACT ? (Object) whole : Long.toString(whole);
        }
        var text = String.valueOf(value);
        return text.isEmpty() ? null : text;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
