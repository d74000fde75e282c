package dev.baton.recognition;

import java.util.List;

/**
 * Who knows a step, by what they signed.
 *
 * @param people those who know it and let it be seen, by name
 * @param busFactor how many know it, whoever they are
 */
public record ExpertiseView(List<Knows> people, int busFactor) {

    /**
     * A person with how they know it.
     *
     * @param by {@code told}, {@code as-written} or {@code demonstrated}
     */
    public record Knows(String username, String name, String site, List<String> by) {}
}
