package dev.baton.capture.compare;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a number is counted in: of which sort, and how much of the sort's base one of it is. Two numbers are compared when
 * they are of one sort. A unit per something (mL/egg) is of a sort of its own.
 */
record Unit(String sort, BigDecimal factor, BigDecimal offset) {

    private static final Map<String, Unit> KNOWN = known();

    /** The unit that is written so, or empty; case matters only where it must (mL and ML do not differ here). */
    static Optional<Unit> of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        var text = written.strip();
        int slash = text.indexOf('/');
        if (slash > 0) {
            return one(text.substring(0, slash))
                    .map(above -> new Unit(
                            above.sort() + "/"
                                    + singular(text.substring(slash + 1).strip()),
                            above.factor(),
                            BigDecimal.ZERO));
        }
        return one(text);
    }

    /** The number in the base of its sort. */
    BigDecimal base(BigDecimal number) {
        return number.multiply(factor).add(offset);
    }

    private static Optional<Unit> one(String text) {
        return Optional.ofNullable(KNOWN.get(text.toLowerCase(Locale.ROOT)));
    }

    private static String singular(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.length() > 2 && lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Map<String, Unit> known() {
        var known = new HashMap<String, Unit>();
        add(known, "temperature", "1", "0", "°c", "c", "grad", "degrees c", "degrees celsius", "celsius", "℃");
        add(known, "temperature", "0.555555555555555556", "-17.7777777777777778", "°f", "f", "fahrenheit");
        add(known, "time", "1", "0", "s", "sec", "secs", "second", "seconds", "sekunde", "sekunden");
        add(known, "time", "60", "0", "min", "mins", "minute", "minutes", "minuten");
        add(known, "time", "3600", "0", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden");
        add(known, "time", "86400", "0", "d", "day", "days", "tag", "tage", "tagen");
        add(known, "pressure", "1", "0", "bar");
        add(known, "pressure", "0.001", "0", "mbar", "millibar");
        add(known, "pressure", "0.0689475729", "0", "psi");
        add(known, "pressure", "0.01", "0", "kpa");
        add(known, "volume", "1", "0", "ml", "milliliter", "millilitre", "milliliters", "millilitres");
        add(known, "volume", "0.001", "0", "µl", "ul", "μl");
        add(known, "volume", "1000", "0", "l", "liter", "litre", "liters", "litres");
        add(known, "length", "1", "0", "mm", "millimetre", "millimetres", "millimeter", "millimeters");
        add(known, "length", "10", "0", "cm", "centimetre", "centimetres", "centimeter", "centimeters", "zentimeter");
        add(known, "length", "1000", "0", "m", "metre", "metres", "meter", "meters");
        add(known, "length", "0.001", "0", "µm", "um", "μm");
        add(known, "mass", "1", "0", "g", "gram", "grams", "gramm");
        add(known, "mass", "0.001", "0", "mg");
        add(known, "mass", "1000", "0", "kg");
        add(known, "share", "1", "0", "%", "percent", "per cent", "prozent");
        add(known, "humidity", "1", "0", "%rh", "% rh", "%rf");
        add(known, "speed", "1", "0", "rpm", "u/min", "min-1");
        add(known, "sugar", "1", "0", "°bx", "brix");
        add(known, "angle", "1", "0", "°", "degree", "degrees");
        add(known, "eggs", "1", "0", "egg", "eggs", "ei", "eier");
        add(known, "count", "1", "0", "times", "mal");
        return Map.copyOf(known);
    }

    private static void add(Map<String, Unit> known, String sort, String factor, String offset, String... written) {
        var unit = new Unit(sort, new BigDecimal(factor), new BigDecimal(offset));
        Arrays.stream(written).forEach(text -> known.put(text, unit));
    }
}
