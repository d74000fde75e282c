package dev.baton.capture.web;

import dev.baton.capture.Differences;
import dev.baton.capture.FactoryNotes;
import dev.baton.capture.HiddenFactory;
import dev.baton.capture.HiddenFactoryView.Source;
import dev.baton.capture.HiddenFactoryView.Step;
import dev.baton.capture.factory.Figure;
import dev.baton.capture.factory.StepFigures;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hidden factory in numbers, as JSON. */
@RestController
@RequestMapping("/api/transfers/{id}/hidden-factory")
@Tag(name = "Hidden factory")
class HiddenFactoryController {

    private static final int YIELD_DIGITS = 6;
    private static final int DIGITS = 4;

    private final HiddenFactory factory;
    private final FactoryNotes notes;
    private final Differences differences;

    HiddenFactoryController(HiddenFactory factory, FactoryNotes notes, Differences differences) {
        this.factory = factory;
        this.notes = notes;
        this.differences = differences;
    }

    @GetMapping
    @Operation(
            summary = "First-time, rolled throughput and reported yield (0 to 1), the gap in percentage points, loops,"
                    + " minutes and material lost per batch, computed from the signed items that the caller may see;"
                    + " the widest gap first, then the steps without figures in process order; unknown is null, and"
                    + " notes say why")
    Map<String, @Nullable Object> of(@PathVariable String id, Locale locale) {
        var transfer = TransferId.of(id);
        var view = factory.of(transfer);
        var differing = differences.counted(transfer);
        var process = view.process();
        var rolled = rounded(process.rolledThroughputYield(), YIELD_DIGITS);
        var reported = rounded(process.reportedYield(), YIELD_DIGITS);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("rolledThroughputYield", rolled);
        json.put("reportedYield", reported);
        json.put("gapPercentagePoints", rounded(process.gapPercentagePoints(), DIGITS));
        json.put("loopsPerBatch", rounded(process.loopsPerBatch(), DIGITS));
        json.put("minutesPerBatch", rounded(process.minutesPerBatch(), DIGITS));
        json.put(
                "lostPerBatch",
                process.lostPerBatch().entrySet().stream()
                        .map(lost -> amount(rounded(lost.getValue(), DIGITS), lost.getKey()))
                        .toList());
        json.put("stepsTold", process.told());
        json.put("stepsInYield", process.yields());
        json.put("stepsTotal", process.steps());
        json.put("notes", notes.of(view, locale));
        json.put(
                "steps",
                view.steps().stream()
                        .map(step -> step(step, differing.getOrDefault(step.stepId(), Map.of()), locale))
                        .toList());
        return json;
    }

    private Map<String, @Nullable Object> step(Step step, Map<String, Integer> differing, Locale locale) {
        var figures = step.figures();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("step", step.number());
        json.put("stepId", step.stepId().toString());
        json.put("name", step.name());
        json.put("rank", step.rank());
        json.put("firstTimeYield", value(figures.firstTimeYield(), YIELD_DIGITS));
        json.put("reportedYield", value(figures.reportedYield(), YIELD_DIGITS));
        json.put("gapPercentagePoints", rounded(figures.gapPercentagePoints(), DIGITS));
        json.put("loopsPerBatch", value(figures.loopsPerBatch(), DIGITS));
        json.put("minutesPerBatch", value(figures.minutesPerBatch(), DIGITS));
        json.put(
                "lostPerBatch",
                figures.lostPerBatch().entrySet().stream()
                        .map(lost -> amount(value(lost.getValue(), DIGITS), lost.getKey()))
                        .toList());
        json.put("loops", figures.loops());
        json.put("experts", figures.experts());
        json.put("spread", spread(figures));
        json.put("differences", counted(differing));
        json.put("notes", notes.of(step, locale));
        json.put(
                "items",
                step.sources().stream().map(HiddenFactoryController::source).toList());
        return json;
    }

    /** How many differences from the instruction are signed, by class. */
    private static Map<String, @Nullable Object> counted(Map<String, Integer> differing) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        for (var kind : Differences.CLASSES) {
            json.put(kind, differing.getOrDefault(kind, 0));
        }
        return json;
    }

    /** How far the experts are apart: lowest and highest of what they say; null where nobody says anything. */
    private static Map<String, @Nullable Object> spread(StepFigures figures) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("firstTimeYield", spread(figures.firstTimeYield(), YIELD_DIGITS));
        json.put("reportedYield", spread(figures.reportedYield(), YIELD_DIGITS));
        json.put("loopsPerBatch", spread(figures.loopsPerBatch(), DIGITS));
        json.put("minutesPerBatch", spread(figures.minutesPerBatch(), DIGITS));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> spread(@Nullable Figure figure, int digits) {
        if (figure == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("lowest", rounded(figure.lowest(), digits));
        json.put("highest", rounded(figure.highest(), digits));
        json.put("experts", figure.voices());
        return json;
    }

    private static Map<String, @Nullable Object> source(Source source) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", source.itemId().toString());
        json.put("version", source.version());
        json.put("title", source.title());
        json.put("state", source.state().code());
        return json;
    }

    private static Map<String, @Nullable Object> amount(@Nullable BigDecimal amount, String unit) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("amount", amount);
        json.put("unit", unit);
        return json;
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure, int digits) {
        return figure == null ? null : rounded(figure.value(), digits);
    }

    /** Rounded, without trailing zeros and never with an exponent. */
    private static @Nullable BigDecimal rounded(@Nullable BigDecimal figure, int digits) {
        if (figure == null) {
            return null;
        }
        var stripped = figure.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
