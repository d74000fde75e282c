package dev.baton.verification;

import java.util.List;

/**
 * When a run is unaided, and when unaided runs are enough. Plain figures, so that the rule needs nothing else.
 *
 * @param runs how many in a row
 * @param criticalCues how many of a hundred critical cues each of them names
 */
record PassRule(int runs, int criticalCues) {

    /** What a run of one person gives to the row. */
    enum Weight {
        /** One more. */
        COUNTS,
        /** The row begins again. */
        BREAKS
    }

    /** What came of a run. */
    RunResult result(RunKind kind, int prompts, boolean rightFirstTime, int criticalNamed, int criticalTotal) {
        if (kind == RunKind.SHADOW) {
            return RunResult.WATCHED;
        }
        if (!rightFirstTime || !enough(criticalNamed, criticalTotal)) {
            return RunResult.NOT_YET;
        }
        return prompts > 0 ? RunResult.WITH_PROMPTS : RunResult.UNAIDED;
    }

    /** Whether that many critical cues are enough. */
    boolean enough(int criticalNamed, int criticalTotal) {
        return criticalNamed * 100 >= criticalCues * criticalTotal;
    }

    /** How many runs in a row stand at the end; oldest first, of one person. */
    static int inARow(List<Weight> weights) {
        int row = 0;
        for (var weight : weights) {
            row = weight == Weight.COUNTS ? row + 1 : 0;
        }
        return row;
    }

    /** After how many of the runs the person had passed first, or 0 for not yet. */
    int passedAfter(List<Weight> weights) {
        for (int i = 1; i <= weights.size(); i++) {
            if (inARow(weights.subList(0, i)) >= runs) {
                return i;
            }
        }
        return 0;
    }
}
