package dev.baton.capture.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit as a text says it: one value, a value with what it may be off, a range, or a bound.
 *
 * @param from where it begins in the text, exclusive end in {@code to}
 * @param quote as it stands there
 * @param low lowest value in the base of its sort, or null for "up to"
 * @param high highest value in the base of its sort, or null for "from"
 */
record Quantity(int from, int to, String quote, String sort, @Nullable BigDecimal low, @Nullable BigDecimal high) {

    /** Converting units leaves a difference as small as this. */
    private static final BigDecimal NOTHING = new BigDecimal("0.000001");

    private static final String NUMBER = "([+\\-\u2212]?\\d{1,12}(?:[.,]\\d{1,12})?)";
    private static final String WORD =
            "(°?\\s?[CF]\\b|°Bx\\b|%\\s?RH\\b|%|°|[\\p{L}µμ]{1,20}(?:/[\\p{L}µμ]{1,20}[²³]?)?)";

    /** A bound, a number, what it may be off or where its range ends, the unit. Units are checked against those known. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,])"
                    + "(?:(\u2264|<=?|\u2265|>=?|up to|at most|at least|bis zu|höchstens|mindestens)\\s*)?"
                    + NUMBER
                    + "(?:\\s?" + WORD + ")??"
                    + "(?:\\s*(±|\\+/-|\\+-|\u2013|\u2014|-|\\bto\\b|\\bbis\\b)\\s*" + NUMBER + ")?"
                    + "\\s?" + WORD,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** All quantities of a text whose unit is known, in order. */
    static List<Quantity> in(String text) {
        var found = new ArrayList<Quantity>();
        var matcher = WRITTEN.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            var quantity = read(matcher.toMatchResult());
            quantity.ifPresent(found::add);
            at = quantity.isPresent() ? matcher.end() : Math.max(matcher.start() + 1, matcher.end(2));
        }
        return List.copyOf(found);
    }

    /** A range that stands in no text, such as that of a critical parameter; empty when its unit is not known. */
    static Optional<Quantity> of(
            String quote, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit) {
        return Unit.of(unit)
                .filter(known -> low != null || high != null)
                .map(known -> new Quantity(
                        0,
                        0,
                        quote,
                        known.sort(),
                        low == null ? null : known.base(low),
                        high == null ? null : known.base(high)));
    }

    /** Whether both are of one sort; "8 mL" is taken for "8 mL/egg" where that is spoken of. */
    boolean isLike(Quantity other) {
        return sort.equals(other.sort) || sort.startsWith(other.sort + "/") || other.sort.startsWith(sort + "/");
    }

    /** Whether they say the same. */
    boolean isSame(Quantity other) {
        return isLike(other) && same(low, other.low) && same(high, other.high);
    }

    /** Whether it is one of the ends of the other: "the limit of 1.5 bar". */
    boolean isEndOf(Quantity other) {
        return !other.isOff() && low != null && same(low, high) && (same(low, other.low) || same(low, other.high));
    }

    /** Whether all of it lies inside the other. */
    boolean isInside(Quantity other) {
        var above = other.low == null || (low != null && low.add(NOTHING).compareTo(other.low) >= 0);
        var below =
                other.high == null || (high != null && high.subtract(NOTHING).compareTo(other.high) <= 0);
        return above && below;
    }

    /** Whether it is a value that may be off by something: its ends are no values to work at. */
    private boolean isOff() {
        return quote.contains("±") || quote.contains("+");
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null
                ? other == null
                : other != null && one.subtract(other).abs().compareTo(NOTHING) < 0;
    }

    private static Optional<Quantity> read(MatchResult match) {
        var written = match.group(6);
        var unit = Unit.of(written.replaceAll("\\s", "")).or(() -> Unit.of(written));
        if (unit.isEmpty() || (match.group(3) != null && !isSameSort(match.group(3), unit.get()))) {
            return Optional.empty();
        }
        var first = number(match.group(2));
        var second = match.group(5) == null ? null : number(match.group(5));
        var sign = match.group(4) == null ? "" : match.group(4);
        var bound = match.group(1) == null ? "" : match.group(1).toLowerCase(Locale.ROOT);
        var off = sign.startsWith("±") || sign.startsWith("+");
        BigDecimal low = first;
        BigDecimal high = second == null ? first : second;
        if (off && second != null) {
            low = first.subtract(second);
            high = first.add(second);
        }
        var base = unit.get();
        var lowest = bound.isEmpty() || isFrom(bound) ? base.base(low.min(high)) : null;
        var highest = bound.isEmpty() || !isFrom(bound) ? base.base(low.max(high)) : null;
        return Optional.of(
                new Quantity(match.start(), match.end(), match.group().strip(), base.sort(), lowest, highest));
    }

    private static boolean isFrom(String bound) {
        return bound.startsWith("\u2265")
                || bound.startsWith(">")
                || bound.equals("at least")
                || bound.equals("mindestens");
    }

    private static boolean isSameSort(String written, Unit unit) {
        return Unit.of(written).map(other -> other.sort().equals(unit.sort())).orElse(false);
    }

    private static BigDecimal number(String written) {
        return new BigDecimal(written.replace(',', '.').replace('\u2212', '-'));
    }
}
