package dev.baton.verification;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far two people agree beyond chance. Kappa after Cohen (1960), Educational and Psychological Measurement 20,
 * 37–46; its standard error for an interval after Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327.
 *
 * @param agreement share of equal answers, 0 to 1
 * @param kappa null where chance alone explains everything: both gave one and the same answer throughout
 * @param standardError null where kappa is
 * @param low lower end of the interval of 95 %, or null
 * @param high upper end, or null
 */
record Kappa(
        double agreement,
        @Nullable Double kappa,
        @Nullable Double standardError,
        @Nullable Double low,
        @Nullable Double high) {

    private static final double QUANTILE = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    /**
     * Works it out from a square table of counts, the one person's answers in rows, the other's in columns.
     *
     * @param subjects how many different things were judged: the interval rests on them, however often each was judged
     */
    static Kappa of(int[][] counts, int subjects) {
        int k = counts.length;
        double total = 0;
        for (var row : counts) {
            for (int cell : row) {
                total += cell;
            }
        }
        var rows = new double[k];
        var columns = new double[k];
        double observed = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rows[i] += counts[i][j] / total;
                columns[j] += counts[i][j] / total;
            }
            observed += counts[i][i] / total;
        }
        double expected = 0;
        for (int i = 0; i < k; i++) {
            expected += rows[i] * columns[i];
        }
        if (1 - expected < 1e-12) {
            return new Kappa(observed, null, null, null, null);
        }
        double kappa = (observed - expected) / (1 - expected);
        double error = standardError(counts, total, rows, columns, kappa, expected, subjects);
        return new Kappa(
                observed, kappa, error, Math.max(-1, kappa - QUANTILE * error), Math.min(1, kappa + QUANTILE * error));
    }

    private static double standardError(
            int[][] counts,
            double total,
            double[] rows,
            double[] columns,
            double kappa,
            double expected,
            int subjects) {
        double same = 0;
        double different = 0;
        for (int i = 0; i < rows.length; i++) {
            double term = 1 - (rows[i] + columns[i]) * (1 - kappa);
            same += counts[i][i] / total * term * term;
            for (int j = 0; j < rows.length; j++) {
                if (i != j) {
                    double margins = columns[i] + rows[j];
                    different += counts[i][j] / total * margins * margins;
                }
            }
        }
        double chance = kappa - expected * (1 - kappa);
        double variance = (same + (1 - kappa) * (1 - kappa) * different - chance * chance)
                / ((1 - expected) * (1 - expected) * subjects);
        return Math.sqrt(Math.max(0, variance));
    }
}
