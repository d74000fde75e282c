package dev.baton.capture.method;

import dev.baton.capture.method.Result.Band;
import dev.baton.capture.method.Result.Formula;
import dev.baton.capture.method.Result.Found;
import dev.baton.capture.method.Result.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the figures of a method from its answers. */
public final class Results {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Results() {}

    /** What came out, or empty while a value is missing or the whole is zero. */
    public static Optional<Found> of(Result result, Map<?, ?> answers) {
        var values = new ArrayList<BigDecimal>();
        for (var id : result.of()) {
            var value = AnswerRules.number(answers.get(id));
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        if (result.formula() == Formula.LOOKUP) {
            return result.rows().stream()
                    .filter(row -> holds(row, values))
                    .findFirst()
                    .map(row -> new Found(null, row.then()));
        }
        return figure(result.formula(), values).map(figure -> new Found(figure, band(result.bands(), figure)));
    }

    private static Optional<BigDecimal> figure(Formula formula, List<BigDecimal> values) {
        if (formula == Formula.PRODUCT) {
            return values.stream().reduce(BigDecimal::multiply);
        }
        if (formula == Formula.SPREAD) {
            return Optional.of(Collections.max(values).subtract(Collections.min(values)));
        }
        return values.get(1).signum() == 0
                ? Optional.empty()
                : Optional.of(values.get(0).multiply(HUNDRED).divide(values.get(1), 1, RoundingMode.HALF_UP));
    }

    private static boolean holds(Row row, List<BigDecimal> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).compareTo(row.low().get(i)) < 0
                    || values.get(i).compareTo(row.high().get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Told band(List<Band> bands, BigDecimal figure) {
        return bands.stream()
                .filter(band -> figure.compareTo(band.low()) >= 0 && figure.compareTo(band.high()) <= 0)
                .findFirst()
                .map(Band::text)
                .orElse(null);
    }
}
