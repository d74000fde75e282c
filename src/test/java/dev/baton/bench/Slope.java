package dev.baton.bench;

import java.util.Map;

/** By how much a value grows with a size: the slope of its logarithm over that of the size, 1 where it is in proportion. */
final class Slope {

    private Slope() {}

    /** Least squares through the points. */
    static double of(Map<? extends Number, ? extends Number> points) {
        double n = points.size();
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (var point : points.entrySet()) {
            double x = Math.log(point.getKey().doubleValue());
            double y = Math.log(Math.max(1e-9, point.getValue().doubleValue()));
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }
        return (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX);
    }
}
