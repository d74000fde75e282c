package dev.baton.web.glance;

import dev.baton.capture.HiddenFactory;
import dev.baton.capture.HiddenFactoryView;
import dev.baton.capture.factory.Figure;
import dev.baton.handover.Deviations;
import dev.baton.recognition.PulseView;
import dev.baton.recognition.Pulses;
import dev.baton.transfer.TransferId;
import dev.baton.web.glance.Dashboard.HiddenWork;
import dev.baton.web.glance.Dashboard.Leaks;
import dev.baton.web.glance.Dashboard.Pulse;
import dev.baton.web.glance.Dashboard.Ranked;
import dev.baton.web.glance.Dashboard.Round;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts of a dashboard that other doors have worked out already. */
@Component
class GlanceParts {

    private static final int RANKED = 8;

    private final HiddenFactory factory;
    private final Pulses pulses;
    private final Deviations deviations;

    GlanceParts(HiddenFactory factory, Pulses pulses, Deviations deviations) {
        this.factory = factory;
        this.pulses = pulses;
        this.deviations = deviations;
    }

    Leaks leaks(TransferId id, String base) {
        var rate = deviations.leakRate(id);
        return new Leaks(rate.known(), rate.all(), rate.percent(), base + "/deviations");
    }

    HiddenWork factory(TransferId id, String base) {
        var view = factory.of(id);
        var process = view.process();
        return new HiddenWork(
                rounded(process.gapPercentagePoints()),
                process.told(),
                process.steps(),
                view.steps().stream()
                        .filter(step -> step.rank() != null)
                        .limit(RANKED)
                        .map(GlanceParts::ranked)
                        .toList(),
                base + "/hidden-factory");
    }

    private static Ranked ranked(HiddenFactoryView.Step step) {
        var figures = step.figures();
        return new Ranked(
                Objects.requireNonNull(step.rank()),
                step.number() + " " + step.name(),
                rounded(figures.gapPercentagePoints()),
                rounded(value(figures.loopsPerBatch())),
                rounded(value(figures.minutesPerBatch())),
                "/steps/" + step.stepId() + "#hidden-factory");
    }

    /** Rounds with fewer than five answers have no results, so they are not there. */
    Pulse pulse(TransferId id, String base) {
        return new Pulse(
                pulses.view(id).rounds().stream()
                        .flatMap(round -> round(round, base))
                        .sorted(Comparator.comparingInt(Round::no))
                        .toList(),
                base + "/pulse");
    }

    private static Stream<Round> round(PulseView.Round round, String base) {
        var results = round.results();
        var closed = round.closedAt();
        return results == null
                ? Stream.empty()
                : Stream.of(new Round(
                        round.no(),
                        day(closed == null ? round.openedAt() : closed),
                        results.answers(),
                        mean(results.handingOver()),
                        mean(results.heard()),
                        base + "/pulse"));
    }

    /** Of how many chose each of the words from 1 up. */
    static BigDecimal mean(List<Integer> counts) {
        int all = 0;
        int sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            all += counts.get(i);
            sum += counts.get(i) * (i + 1);
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(Math.max(1, all)), 1, RoundingMode.HALF_UP);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable BigDecimal value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(1, RoundingMode.HALF_UP);
    }
}
