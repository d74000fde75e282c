package dev.baton.trailreview;

import dev.baton.trailreview.TrailReviewView.Entry;
import java.util.List;
import java.util.Objects;

/** Which acts a reviewer is shown at a time: one that a criterion names, or a handful of alike ones that chance drew. */
final class Looking {

    private static final int HANDFUL = 10;

    private Looking() {}

    /** The first of these and what follows it and is like it. */
    static List<Entry> together(List<Entry> left) {
        if (left.isEmpty()) {
            return List.of();
        }
        var first = left.get(0);
        return left.stream()
                .takeWhile(entry -> entry.equals(first) || isAlike(first, entry))
                .limit(HANDFUL)
                .toList();
    }

    private static boolean isAlike(Entry one, Entry other) {
        if (!Objects.equals(one.criterion(), other.criterion())
                || !one.act().equals(other.act())
                || !one.recordType().equals(other.recordType())) {
            return false;
        }
        var criterion = one.criterion();
        return criterion == null || (criterion.together() && one.doer().equals(other.doer()));
    }
}
