package dev.baton.contradiction;

import static java.util.Map.entry;
import static javax.measure.MetricPrefix.CENTI;
import static javax.measure.MetricPrefix.DECI;
import static javax.measure.MetricPrefix.KILO;
import static javax.measure.MetricPrefix.MEGA;
import static javax.measure.MetricPrefix.MICRO;
import static javax.measure.MetricPrefix.MILLI;
import static javax.measure.MetricPrefix.NANO;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.measure.Prefix;
import javax.measure.Unit;
import tech.units.indriya.AbstractUnit;
import tech.units.indriya.unit.Units;

/**
 * Reads units as people write them: {@code mL/egg}, {@code L/m²/h}, {@code deg C}, {@code 1/min}. A word that is no unit,
 * such as {@code egg}, stands for itself: two units of one kind have the same such words in the same places.
 */
final class UnitReader {

    /**
     * A unit as it was read.
     *
     * @param known what it is made of that can be converted
     * @param words what else it counts, with their powers
     */
    record Read(Unit<?> known, SortedMap<String, Integer> words) {

        /** Whether amounts in one can be expressed in the other. */
        boolean isSameKindAs(Read other) {
            return words.equals(other.words) && known.isCompatible(other.known);
        }

        /** Whether it is a temperature: its zero is a convention, so that a percentage of it says nothing. */
        boolean isTemperature() {
            return words.isEmpty() && known.isCompatible(Units.KELVIN);
        }
    }

    private static final Unit<?> BAR = Units.PASCAL.multiply(100_000);
    private static final Unit<?> PER_MINUTE = AbstractUnit.ONE.divide(Units.MINUTE);
    private static final Unit<?> MOLAR = Units.MOLE.divide(Units.LITRE);

    /** Units that take a metric prefix. */
    private static final Map<String, Unit<?>> PREFIXED = Map.ofEntries(
            entry("m", Units.METRE),
            entry("g", Units.GRAM),
            entry("l", Units.LITRE),
            entry("L", Units.LITRE),
            entry("s", Units.SECOND),
            entry("Pa", Units.PASCAL),
            entry("bar", BAR),
            entry("mol", Units.MOLE),
            entry("M", MOLAR),
            entry("W", Units.WATT),
            entry("V", Units.VOLT),
            entry("A", Units.AMPERE),
            entry("Hz", Units.HERTZ),
            entry("N", Units.NEWTON),
            entry("J", Units.JOULE));

    private static final Map<String, Prefix> PREFIXES = Map.of(
            "k", KILO, "M", MEGA, "d", DECI, "c", CENTI, "m", MILLI, "µ", MICRO, "μ", MICRO, "u", MICRO, "n", NANO);

    /** Spellings in lower case. */
    private static final Map<String, Unit<?>> SPELT = spelt();

    private static final Pattern TOKEN = Pattern.compile("([^0-9+\\-^²³⁻¹]+)(\\^?[+-]?[0-9]|[²³]|⁻[¹²³])?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Map<String, Integer> RAISED = Map.of("²", 2, "³", 3, "⁻¹", -1, "⁻²", -2, "⁻³", -3);

    private UnitReader() {}

    /** The unit; empty text is the pure number. */
    static Read read(String text) {
        var plain = text.strip()
                .replaceAll("(?i)\\bper\\b", "/")
                .replaceAll("(?i)(°|\\bdeg\\.?|\\bdegrees?)\\s*(celsius|c)\\b", "°C")
                .replaceAll("(?i)(°|\\bdeg\\.?|\\bdegrees?)\\s*(kelvin|k)\\b", "K")
                .replaceAll("\\s*/\\s*", "/");
        if (plain.toLowerCase(Locale.ROOT).startsWith("log")) {
            // A logarithm cannot be taken apart: it is of the same kind as one spelt alike, and of no other.
            return new Read(AbstractUnit.ONE, word(normal(plain)));
        }
        var parts = plain.split("/", -1);
        Unit<?> known = AbstractUnit.ONE;
        var words = new TreeMap<String, Integer>();
        for (int i = 0; i < parts.length; i++) {
            for (var token : tokens(parts[i])) {
                known = take(token, i == 0 ? 1 : -1, known, words);
            }
        }
        words.values().removeIf(power -> power == 0);
        return new Read(known, words);
    }

    private static List<String> tokens(String part) {
        var found = new ArrayList<String>();
        for (var token : part.split("[\\s*·×.⋅]+(?![0-9])|\\s+", -1)) {
            if (!token.isBlank() && !token.equals("1")) {
                found.add(token.strip());
            }
        }
        return found;
    }

    private static Unit<?> take(String token, int sign, Unit<?> known, Map<String, Integer> words) {
        if (NUMBER.matcher(token).matches()) {
            var factor = Double.parseDouble(token);
            return factor == 0 ? known : sign > 0 ? known.multiply(factor) : known.divide(factor);
        }
        var whole = unit(token);
        if (whole.isPresent()) {
            return times(known, whole.get(), sign);
        }
        var raised = TOKEN.matcher(token);
        if (raised.matches() && raised.group(2) != null) {
            var base = unit(raised.group(1));
            if (base.isPresent()) {
                return times(known, base.get(), sign * power(raised.group(2)));
            }
        }
        words.merge(singular(normal(token)), sign, Integer::sum);
        return known;
    }

    private static Unit<?> times(Unit<?> known, Unit<?> other, int power) {
        return known.equals(AbstractUnit.ONE) && power == 1 ? other : known.multiply(other.pow(power));
    }

    private static int power(String text) {
        var raised = RAISED.get(text);
        return raised == null ? Integer.parseInt(text.replace("^", "").replace("+", "")) : raised;
    }

    private static Optional<Unit<?>> unit(String token) {
        var exact = PREFIXED.get(token);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (var prefix : PREFIXES.entrySet()) {
            var base = token.startsWith(prefix.getKey())
                    ? PREFIXED.get(token.substring(prefix.getKey().length()))
                    : null;
            if (base != null) {
                return Optional.of(base.prefix(prefix.getValue()));
            }
        }
        return Optional.ofNullable(SPELT.get(normal(token)));
    }

    private static String normal(String token) {
        return token.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /** Eggs are counted as an egg is. */
    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static SortedMap<String, Integer> word(String word) {
        return new TreeMap<>(Map.of(word, 1));
    }

    private static Map<String, Unit<?>> spelt() {
        var spelt = new LinkedHashMap<String, Unit<?>>();
        put(spelt, Units.PERCENT, "%", "percent", "per cent");
        put(spelt, Units.CELSIUS, "°c", "c", "celsius");
        put(spelt, Units.KELVIN, "k", "kelvin");
        put(spelt, Units.SECOND, "sec", "secs", "second", "seconds");
        put(spelt, Units.MINUTE, "min", "mins", "minute", "minutes");
        put(spelt, Units.HOUR, "h", "hr", "hrs", "hour", "hours");
        put(spelt, Units.DAY, "d", "day", "days");
        put(spelt, Units.METRE, "metre", "metres", "meter", "meters");
        put(spelt, CENTI(Units.METRE), "centimetre", "centimetres", "centimeter", "centimeters");
        put(spelt, MILLI(Units.METRE), "millimetre", "millimetres", "millimeter", "millimeters");
        put(spelt, Units.METRE.multiply(254).divide(10_000), "in", "inch", "inches", "\"");
        put(spelt, Units.LITRE, "litre", "litres", "liter", "liters", "ltr");
        put(spelt, MILLI(Units.LITRE), "ml", "millilitre", "millilitres", "milliliter", "milliliters", "cc");
        put(spelt, MICRO(Units.LITRE), "microlitre", "microlitres", "microliter", "microliters");
        put(spelt, Units.GRAM, "gr", "gram", "grams", "gramme", "grammes");
        put(spelt, Units.KILOGRAM, "kilo", "kilos", "kilogram", "kilograms");
        put(spelt, BAR, "bars");
        put(spelt, BAR.divide(1000), "millibar", "millibars");
        put(spelt, Units.PASCAL.multiply(6894.757293168), "psi", "psig");
        put(spelt, PER_MINUTE, "rpm", "u/min");
        return spelt;
    }

    private static void put(Map<String, Unit<?>> spelt, Unit<?> unit, String... spellings) {
        Arrays.stream(spellings).forEach(spelling -> spelt.put(spelling, unit));
    }
}
