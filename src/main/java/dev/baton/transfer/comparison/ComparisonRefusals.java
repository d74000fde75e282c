package dev.baton.transfer.comparison;

import dev.baton.Refusal;
import java.util.List;

/** What the comparison refuses, each by its name. */
public final class ComparisonRefusals {

    private ComparisonRefusals() {}

    /** What was entered, or the workbook, is wrong; nothing was stored. */
    public static final class ComparisonRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        ComparisonRefused(List<Fault> faults) {
            super(Kind.WRONG_CONTENT, faults, "comparison.refused");
        }
    }

    /** Comparing belongs to the team. */
    public static final class NotOfTheTeam extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOfTheTeam() {
            super(Kind.NOT_YOURS, "comparison.team-only");
        }
    }

    /** There is no gap to score yet. */
    public static final class NothingToScore extends Refusal {
        private static final long serialVersionUID = 1L;

        NothingToScore() {
            super(Kind.CONFLICT, "comparison.nothing-to-score");
        }
    }
}
