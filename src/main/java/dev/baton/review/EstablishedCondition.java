package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The established condition (ICH Q12) that an item touches, and how a change of it is reported.
 *
 * @param id as the registration names it, or null while it is not known
 * @param category US 21 CFR 601.12 or UK and EU variation, or null while it is not known
 */
public record EstablishedCondition(@Nullable String id, @Nullable String category) {

    /** The reporting categories: of the United States, then of the United Kingdom and the European Union. */
    public static final List<String> CATEGORIES = List.of("PAS", "CBE-30", "CBE", "AR", "IA", "IB", "II");

    private static final Set<String> KNOWN = Set.copyOf(CATEGORIES);

    void check(TriageOutcome outcome, List<Fault> faults) {
        Texts.check("condition", id, Texts.LONGEST_LINE, faults);
        if (category != null && !KNOWN.contains(category)) {
            faults.add(Fault.of("category", "review.category-unknown", String.join(", ", CATEGORIES)));
        }
        if (outcome != TriageOutcome.ESTABLISHED_CONDITION && (id != null || category != null)) {
            faults.add(Fault.of(id == null ? "category" : "condition", "review.condition-not-needed"));
        }
    }

    /** As given, blanks being nothing. */
    static EstablishedCondition of(@Nullable String id, @Nullable String category) {
        return new EstablishedCondition(Texts.stripped(id), Texts.stripped(category));
    }
}
