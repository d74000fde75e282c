package dev.baton.contradiction;

import dev.baton.capture.ItemKind;
import dev.baton.capture.Voice;
import dev.baton.contradiction.UnitReader.Read;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.measure.IncommensurableException;

/**
 * When two voices on one step disagree.
 *
 * <p><b>Numbers.</b> Two people name thresholds of the same kind of quantity (one unit can be converted into the other,
 * and both count the same things), and the values are further apart than the tolerance: a percentage of the larger, for
 * temperatures a number of kelvins. What was tried and failed is left out: its number is the one not to use.
 *
 * <p><b>Cues.</b> A machine cannot tell whether two cues contradict. It says that they may when both are for the same
 * sense, speak of the same thing (at least {@value #IN_COMMON} words that matter are in both) and each says something that
 * the other does not (at least {@value #OF_ITS_OWN} words).
 */
final class DisagreementRules {

    static final int IN_COMMON = 2;
    static final int OF_ITS_OWN = 2;

    private static final double NOISE = 1e-9;
    private static final MathContext SHOWN = new MathContext(2);

    private final ContradictionSettings settings;

    DisagreementRules(ContradictionSettings settings) {
        this.settings = settings;
    }

    /**
     * That two voices disagree, and why, as a message.
     *
     * @param args what the sentence {@code messageKey} is filled with
     */
    record Disagreement(Finding finding, String messageKey, List<Object> args) {}

    /** Whether and why these two disagree; numbers speak before cues. */
    Optional<Disagreement> between(Voice one, Voice other) {
        if (one.isOfTheSameSideAs(other)) {
            return Optional.empty();
        }
        return numbers(one, other).or(() -> cues(one, other));
    }

    private Optional<Disagreement> numbers(Voice one, Voice other) {
        if (isFailure(one) || isFailure(other)) {
            return Optional.empty();
        }
        var here = value(one);
        var there = value(other);
        if (here.isEmpty() || there.isEmpty()) {
            return Optional.empty();
        }
        var unit = UnitReader.read(text(one.thresholdUnit()));
        var otherUnit = UnitReader.read(text(other.thresholdUnit()));
        if (!unit.isSameKindAs(otherUnit)) {
            return Optional.empty();
        }
        return unit.isTemperature()
                ? temperatures(one, other, kelvins(here.get(), unit), kelvins(there.get(), otherUnit))
                : values(one, other, here.get().doubleValue(), in(there.get(), otherUnit, unit));
    }

    private Optional<Disagreement> temperatures(Voice one, Voice other, double here, double there) {
        var apart = Math.abs(here - there);
        return apart > settings.toleranceDegrees().doubleValue() + NOISE
                ? found("contradiction.found.temperature", one, other, shown(apart), settings.toleranceDegrees())
                : Optional.empty();
    }

    private Optional<Disagreement> values(Voice one, Voice other, double here, double there) {
        var larger = Math.max(Math.abs(here), Math.abs(there));
        var percent = larger == 0 ? 0 : 100 * Math.abs(here - there) / larger;
        return percent > settings.tolerancePercent().doubleValue() + NOISE
                ? found("contradiction.found.threshold", one, other, shown(percent), settings.tolerancePercent())
                : Optional.empty();
    }

    private static Optional<Disagreement> found(
            String messageKey, Voice one, Voice other, String apart, BigDecimal tolerance) {
        return Optional.of(new Disagreement(
                Finding.THRESHOLD,
                messageKey,
                List.of(
                        amount(one),
                        amount(other),
                        apart,
                        tolerance.stripTrailingZeros().toPlainString())));
    }

    private static Optional<Disagreement> cues(Voice one, Voice other) {
        if (one.sense() == null || !one.sense().equals(other.sense())) {
            return Optional.empty();
        }
        var common = new HashSet<>(one.cueWords());
        common.retainAll(other.cueWords());
        return common.size() >= IN_COMMON && own(one, common) >= OF_ITS_OWN && own(other, common) >= OF_ITS_OWN
                ? Optional.of(new Disagreement(Finding.CUE, "contradiction.found.cue", List.of(one.sense())))
                : Optional.empty();
    }

    private static int own(Voice voice, Set<String> common) {
        return voice.cueWords().size() - common.size();
    }

    private static double kelvins(BigDecimal value, Read unit) {
        return convert(value, unit, UnitReader.read("K"));
    }

    private static double in(BigDecimal value, Read from, Read to) {
        return convert(value, from, to);
    }

    private static double convert(BigDecimal value, Read from, Read to) {
        try {
            return from.known().getConverterToAny(to.known()).convert(value.doubleValue());
        } catch (IncommensurableException e) {
            throw new IllegalStateException("Units of one kind that cannot be converted", e);
        }
    }

    private static boolean isFailure(Voice voice) {
        return voice.kind().equals(ItemKind.NEGATIVE_KNOWLEDGE.code());
    }

    private static Optional<BigDecimal> value(Voice voice) {
        return Optional.ofNullable(voice.thresholdValue()).map(BigDecimal::new);
    }

    private static String amount(Voice voice) {
        return (voice.thresholdValue() + " " + text(voice.thresholdUnit())).strip();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shown(double number) {
        return new BigDecimal(number).round(SHOWN).toPlainString();
    }
}
