package dev.baton.capture.factory;

import dev.baton.capture.method.AnswerRules;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of the hidden-factory method. A site that replaces the method keeps these ids: {@code units-in},
 * {@code units-right}, {@code reported}, and in the rows of {@code loops} {@code what}, {@code per-batch},
 * {@code minutes}, {@code batches} and {@code lost}.
 */
public final class FactoryAnswers {

    /** Id of the method whose answers are read. */
    public static final String METHOD = "hidden-factory";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    private FactoryAnswers() {}

    /** What these answers say. First-time yield = units right the first time / units in. */
    public static Telling read(String item, String expert, Instant signedAt, Map<String, Object> answers) {
        var reading = new FactoryAnswers();
        var yield = reading.firstTimeYield(answers.get("units-in"), answers.get("units-right"));
        var reported = reading.share(answers.get("reported"));
        var loops = reading.loops(answers.get("loops"));
        return new Telling(item, expert, signedAt, yield, reported, loops, Set.copyOf(reading.doubts));
    }

    private @Nullable BigDecimal firstTimeYield(@Nullable Object in, @Nullable Object right) {
        var unitsIn = positive(in);
        var unitsRight = positive(right);
        if (unitsIn == null || unitsRight == null) {
            return null;
        }
        var inUnit = unit(in, "");
        var rightUnit = unit(right, "");
        if (!inUnit.isEmpty() && !rightUnit.isEmpty() && !inUnit.equals(rightUnit)) {
            doubts.add(Doubt.UNITS_DIFFER);
        } else if (unitsIn.signum() == 0) {
            doubts.add(Doubt.NOTHING_WENT_IN);
        } else if (unitsRight.compareTo(unitsIn) > 0) {
            doubts.add(Doubt.MORE_RIGHT_THAN_IN);
        } else {
            return unitsRight.divide(unitsIn, MathContext.DECIMAL128);
        }
        return null;
    }

    private List<Loop> loops(@Nullable Object answer) {
        var loops = new ArrayList<Loop>();
        if (answer instanceof List<?> rows) {
            for (var each : rows) {
                if (each instanceof Map<?, ?> row && !AnswerRules.isBlank(row)) {
                    loops.add(loop(row));
                }
            }
        }
        return List.copyOf(loops);
    }

    private Loop loop(Map<?, ?> row) {
        var said = share(row.get("batches"));
        // "In one batch" without a share of the batches is meant of each.
        var share = said == null ? BigDecimal.ONE : said;
        var minutes = positive(row.get("minutes"));
        if (minutes != null && unit(row.get("minutes"), "").startsWith("h")) {
            minutes = minutes.multiply(MINUTES_PER_HOUR);
        }
        var lost = positive(row.get("lost"));
        return new Loop(
                row.get("what") instanceof String what ? what.strip() : "",
                of(positive(row.get("per-batch")), share),
                of(minutes, share),
                of(lost, share),
                lost == null ? null : unit(row.get("lost"), "mL"));
    }

    private static @Nullable BigDecimal of(@Nullable BigDecimal figure, BigDecimal share) {
        return figure == null ? null : figure.multiply(share);
    }

    private @Nullable BigDecimal share(@Nullable Object answer) {
        var percent = positive(answer);
        if (percent != null && percent.compareTo(HUNDRED) > 0) {
            doubts.add(Doubt.OUT_OF_BOUNDS);
            return null;
        }
        return percent == null ? null : percent.divide(HUNDRED, MathContext.DECIMAL128);
    }

    private @Nullable BigDecimal positive(@Nullable Object answer) {
        var number = AnswerRules.number(answer);
        if (number != null && number.signum() < 0) {
            doubts.add(Doubt.OUT_OF_BOUNDS);
            return null;
        }
        return number;
    }

    private static String unit(@Nullable Object answer, String usual) {
        return answer instanceof Map<?, ?> parts && parts.get("unit") instanceof String unit && !unit.isBlank()
                ? unit.strip()
                : usual;
    }
}
