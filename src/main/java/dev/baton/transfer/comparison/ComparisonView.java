package dev.baton.transfer.comparison;

import dev.baton.transfer.StepId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step at both units.
 *
 * @param aspects every aspect in its order, compared or not
 */
public record ComparisonView(StepId stepId, String number, String name, boolean critical, List<Row> aspects) {

    /**
     * One aspect.
     *
     * @param gap null while it is not compared
     * @param owner user name of who takes care of the action, or null
     * @param version save counter, or null while it is not compared
     * @param before the risk as it is
     * @param after the risk once the action is done
     */
    public record Row(
            Aspect aspect,
            @Nullable String sending,
            @Nullable String receiving,
            @Nullable Gap gap,
            @Nullable String action,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            @Nullable Long version,
            RiskView before,
            RiskView after) {

        /** Whether it is a high gap for which owner, action or date is missing. */
        public boolean openHighGap() {
            return gap == Gap.HIGH && (action == null || owner == null || dueOn == null);
        }
    }

    /** The row of one aspect. */
    public Row of(Aspect aspect) {
        return aspects.stream()
                .filter(row -> row.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    /** Whether anything of the step is compared. */
    public boolean begun() {
        return aspects.stream().anyMatch(row -> row.gap() != null);
    }

    /** How many aspects have that gap. */
    public long count(Gap gap) {
        return aspects.stream().filter(row -> row.gap() == gap).count();
    }
}
