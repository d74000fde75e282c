package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.FileRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which file names are kept: those that are safe on every machine that may download them, exactly as given. */
final class FileNames {

    private static final int LONGEST_IN_BYTES = 255;
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    private FileNames() {}

    /** Refuses a name that cannot be kept. */
    static void check(String name) {
        if (name.isBlank()) {
            throw new FileRefused("capture.file-name-missing");
        }
        var faults = new ArrayList<Fault>();
        Texts.check("name", name, LONGEST_IN_BYTES, faults);
        if ((!faults.isEmpty() && name.length() <= LONGEST_IN_BYTES)
                || name.codePoints().anyMatch(FileNames::isHidden)) {
            throw new FileRefused("capture.file-name-control");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
            throw new FileRefused("capture.file-name-long", LONGEST_IN_BYTES);
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new FileRefused("capture.file-name-path");
        }
        var last = name.charAt(name.length() - 1);
        if (name.charAt(0) == '.' || last == '.' || last == ' ' || name.charAt(0) == ' ') {
            throw new FileRefused("capture.file-name-edge");
        }
        if (RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new FileRefused("capture.file-name-reserved");
        }
    }

    /** What stands after the last point, in lower case; empty without one. */
    static String extension(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
    }

    /** Control characters, line separators and what turns the direction of writing round to fake an ending. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> c != 0x200D; // joins the parts of an emoji
            default -> false;
        };
    }
}
