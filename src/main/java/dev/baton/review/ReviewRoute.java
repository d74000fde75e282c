package dev.baton.review;

import java.util.Set;

/** Says which reviews an item needs beyond the four people; the decision table answers it. */
public interface ReviewRoute {

    /**
     * What the answer depends on.
     *
     * @param risk the highest action priority that anybody gave to a gap of the step: {@code high}, {@code medium},
     *     {@code low}, or {@code unknown} while nobody has scored one
     * @param category the reporting category of the established condition that the item touches, or {@code none}
     * @param kind the item's kind, as in the API
     */
    record Situation(boolean critical, String risk, String category, String kind) {}

    /** Codes of the additional reviews; one that is no additional review is not asked for. */
    Set<String> beyondFourPeople(Situation situation);
}
