package dev.baton.capture.factory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What several experts say about one figure: the middle of what they say (median; of two, half-way between), and how far
 * apart they are.
 *
 * @param voices how many experts gave it
 */
public record Figure(BigDecimal value, BigDecimal lowest, BigDecimal highest, int voices) {

    /** The figure that these voices give together, or null without a voice. */
    public static @Nullable Figure of(Collection<BigDecimal> voices) {
        if (voices.isEmpty()) {
            return null;
        }
        var sorted = voices.stream().sorted().toList();
        int middle = sorted.size() / 2;
        var value = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
        return new Figure(value, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }

    /** Whether the experts differ. */
    public boolean isSpread() {
        return lowest.compareTo(highest) != 0;
    }
}
