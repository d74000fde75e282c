package dev.baton.verification;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set as the pair, quality and the lead see it. Figures are there when both have judged everything twice.
 *
 * @param few whether it has fewer samples than advised
 * @param mine whether the current actor judges it
 * @param within per cent of samples that each said the same of twice, by {@code expert} and {@code receiver}, or null
 * @param between per cent of equal answers of the two, or null
 * @param kappa Cohen's kappa of the two over both rounds, or null
 * @param interval its interval of 95 %, or null
 * @param verdict {@code agree}, {@code nearly}, {@code not-yet}, {@code undecided}, or null
 * @param retestOn when to do it again, or null
 */
public record CalibrationView(
        UUID id,
        TransferId transferId,
        StepId stepId,
        String step,
        String title,
        String question,
        String sense,
        List<String> answers,
        String expert,
        String expertName,
        String receiver,
        String receiverName,
        List<Sample> samples,
        boolean few,
        boolean mine,
        int judgedByExpert,
        int judgedByReceiver,
        @Nullable Within within,
        @Nullable Double between,
        @Nullable Double kappa,
        @Nullable List<Double> interval,
        @Nullable String verdict,
        @Nullable LocalDate retestOn) {

    /** One sample. */
    public record Sample(UUID id, String label, @Nullable UUID fileId) {}

    /** How often each said the same twice, in per cent. */
    public record Within(double expert, double receiver) {}

    /** How many judgements each of the two gives. */
    public int toJudge() {
        return 2 * samples.size();
    }

    /** Whether anybody has judged anything yet. */
    public boolean begun() {
        return judgedByExpert + judgedByReceiver > 0;
    }

    /**
     * The one sample that is next for a person.
     *
     * @param place its place in the round, from 1
     */
    public record Next(int round, int place, int total, Sample sample) {}
}
