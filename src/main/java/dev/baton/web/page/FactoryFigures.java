package dev.baton.web.page;

import dev.baton.capture.FactoryNotes;
import dev.baton.capture.HiddenFactoryView;
import dev.baton.capture.HiddenFactoryView.Step;
import dev.baton.capture.factory.Figure;
import dev.baton.capture.factory.StepFigures;
import dev.baton.transfer.TransferView;
import dev.baton.web.page.HiddenFactoryPage.Bar;
import dev.baton.web.page.HiddenFactoryPage.Row;
import dev.baton.web.page.HiddenFactoryPage.Source;
import dev.baton.web.page.HiddenFactoryPage.Untold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the figures of a hidden factory into words and lengths. */
@Component
class FactoryFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FactoryNotes notes;
    private final RefusalTexts texts;

    FactoryFigures(FactoryNotes notes, RefusalTexts texts) {
        this.notes = notes;
        this.texts = texts;
    }

    HiddenFactoryPage page(TransferView transfer, HiddenFactoryView view) {
        var process = view.process();
        var atLeast = view.steps().stream().anyMatch(step -> step.figures().unnumbered() > 0);
        return new HiddenFactoryPage(
                transfer.id().toString(),
                transfer.name(),
                percentOrNull(process.rolledThroughputYield()),
                percentOrNull(process.reportedYield()),
                points(process.gapPercentagePoints()),
                sum(process.loopsPerBatch(), atLeast),
                sum(process.minutesPerBatch(), atLeast),
                process.lostPerBatch().entrySet().stream()
                        .map(lost -> amount(lost.getValue(), lost.getKey()))
                        .toList(),
                notes.of(view, LocaleContextHolder.getLocale()),
                view.steps().stream()
                        .filter(step -> step.rank() != null)
                        .map(this::step)
                        .toList(),
                view.steps().stream()
                        .filter(step -> step.rank() == null)
                        .map(step -> new Untold(step.stepId().toString(), step.number(), step.name()))
                        .toList());
    }

    /** A step in words; of one that stands alone the rank is 0. */
    HiddenFactoryPage.Step step(Step step) {
        return new HiddenFactoryPage.Step(
                step.stepId().toString(),
                step.number(),
                step.name(),
                Objects.requireNonNullElse(step.rank(), 0),
                bar(step),
                rows(step.figures()),
                notes.of(step, LocaleContextHolder.getLocale()),
                step.sources().stream()
                        .map(source -> new Source(
                                source.itemId().toString(),
                                source.title(),
                                source.state().code()))
                        .toList());
    }

    private @Nullable Bar bar(Step step) {
        var figures = step.figures();
        if (figures.firstTimeYield() == null) {
            return null;
        }
        var firstTime = figures.firstTimeYield().value();
        var reported =
                figures.reportedYield() == null ? null : figures.reportedYield().value();
        var unknown = texts.word("factory.unknown");
        return new Bar(
                length(firstTime),
                reported == null ? null : length(reported),
                reported == null || reported.compareTo(firstTime) <= 0 ? null : length(reported.subtract(firstTime)),
                texts.word(
                        "factory.picture.step",
                        step.number(),
                        percent(firstTime),
                        reported == null ? unknown : percent(reported)));
    }

    private List<Row> rows(StepFigures figures) {
        var rows = new ArrayList<Row>();
        add(rows, "first-time", figures.firstTimeYield(), this::percent, false);
        add(rows, "reported", figures.reportedYield(), this::percent, false);
        var gap = points(figures.gapPercentagePoints());
        if (gap != null) {
            rows.add(new Row("gap", gap, null));
        }
        var atLeast = figures.unnumbered() > 0;
        add(rows, "loops", figures.loopsPerBatch(), FactoryFigures::number, atLeast);
        add(rows, "minutes", figures.minutesPerBatch(), FactoryFigures::number, atLeast);
        figures.lostPerBatch()
                .forEach((unit, figure) -> add(rows, "lost", figure, amount -> amount(amount, unit), false));
        return List.copyOf(rows);
    }

    private void add(
            List<Row> rows, String name, @Nullable Figure figure, Function<BigDecimal, String> words, boolean atLeast) {
        if (figure == null) {
            return;
        }
        var value = words.apply(figure.value());
        rows.add(new Row(
                name,
                atLeast ? texts.word("factory.at-least", value) : value,
                figure.isSpread()
                        ? texts.word("factory.between", words.apply(figure.lowest()), words.apply(figure.highest()))
                        : null));
    }

    private @Nullable String sum(@Nullable BigDecimal figure, boolean atLeast) {
        return figure == null ? null : atLeast ? texts.word("factory.at-least", number(figure)) : number(figure);
    }

    private String percent(BigDecimal share) {
        return texts.word("factory.percent", number(share.multiply(HUNDRED)));
    }

    private @Nullable String percentOrNull(@Nullable BigDecimal share) {
        return share == null ? null : percent(share);
    }

    private @Nullable String points(@Nullable BigDecimal points) {
        if (points == null) {
            return null;
        }
        var number = number(points);
        return texts.word(number.equals("1") ? "factory.points.one" : "factory.points", number);
    }

    private String amount(BigDecimal amount, String unit) {
        return texts.word("factory.amount", number(amount), unit);
    }

    /** With one decimal at most. */
    private static String number(BigDecimal number) {
        return Numbers.of("0.#", number);
    }

    private static String length(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
