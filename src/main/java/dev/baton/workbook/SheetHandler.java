package dev.baton.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of one sheet into rows. */
class SheetHandler extends DefaultHandler {

    /** What Excel itself keeps and shows of a number; beyond lies the noise of binary fractions. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final int LARGEST_EXPONENT = 30;
    private static final int LAST_COLUMN = 16_383;

    private final String sheet;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final Consumer<SheetRow> rows;

    private final StringBuilder value = new StringBuilder();
    private List<SheetCell> cells = new ArrayList<>();
    private int row;
    private int column = -1;
    private String type = "n";
    private int style = -1;
    private boolean inValue;
    private boolean inPhonetic;
    private boolean any;

    SheetHandler(String sheet, SharedStrings strings, StylesTable styles, Consumer<SheetRow> rows) {
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.rows = rows;
    }

    boolean hasRows() {
        return any;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                cells = new ArrayList<>();
            }
            case "c" -> {
                var reference = attributes.getValue("r");
                column = reference == null ? column + 1 : columnOf(reference);
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? -1 : Integer.parseInt(attributes.getValue("s"));
                value.setLength(0);
            }
            case "v" -> inValue = true;
            case "t" -> inValue = !inPhonetic;
            case "rPh" -> inPhonetic = true;
            default -> {
                // formulas, formats and the like say nothing here
            }
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inValue) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> addCell();
            case "row" -> addRow();
            default -> {
                // nothing was begun
            }
        }
    }

    private void addRow() {
        var read = new SheetRow(sheet, row, List.copyOf(cells));
        if (!read.isBlank()) {
            any = true;
            rows.accept(read);
        }
    }

    private void addCell() {
        if (value.isEmpty()) {
            return;
        }
        var raw = value.toString();
        var where = SheetRow.where(sheet, column, row);
        switch (type) {
            case "s" -> cells.add(
                    text(where, strings.getItemAt(Integer.parseInt(raw.strip())).getString()));
            case "inlineStr", "str" -> cells.add(text(where, ExactText.read(raw)));
            case "b" -> cells.add(text(where, "1".equals(raw.strip()) ? "TRUE" : "FALSE"));
            case "n" -> cells.add(number(where, raw.strip()));
            default -> cells.add(text(where, raw));
        }
    }

    private SheetCell text(String where, String text) {
        return new SheetCell(where, column, text, null);
    }

    private SheetCell number(String where, String raw) {
        var exact = new BigDecimal(raw);
        if (Math.abs((long) exact.precision() - exact.scale()) > LARGEST_EXPONENT) {
            return text(where, raw);
        }
        var date = date(exact.doubleValue());
        if (date != null) {
            return text(where, date);
        }
        var plain = plain(exact);
        return new SheetCell(where, column, plain.toPlainString(), plain);
    }

    private static BigDecimal plain(BigDecimal exact) {
        var rounded = exact.round(EXCEL_DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private @Nullable String date(double days) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return null;
        }
        var format = styles.getStyleAt(style);
        if (format == null
                || !DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())
                || !DateUtil.isValidExcelDate(days)) {
            return null;
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(days);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static int columnOf(String reference) {
        var column = new CellReference(reference.toUpperCase(Locale.ROOT)).getCol();
        if (column < 0 || column > LAST_COLUMN) {
            throw new IllegalArgumentException("no such column: " + reference);
        }
        return column;
    }
}
