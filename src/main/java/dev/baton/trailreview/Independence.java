package dev.baton.trailreview;

import java.util.Collection;
import java.util.List;

/**
 * Who may look at which acts (draft of EU GMP Annex 11, 12.6): somebody of quality who did none of them. Where everybody
 * of quality did some, whoever reviews leaves their own acts to a second one.
 */
final class Independence {

    private Independence() {}

    /**
     * Who may review the sample.
     *
     * @param quality everybody of quality
     * @param doers who did the acts of the sample
     * @return those who did none of them; else everybody who has a colleague for their own ones; else nobody
     */
    static List<String> reviewers(Collection<String> quality, Collection<String> doers) {
        var independent = quality.stream()
                .filter(username -> !doers.contains(username))
                .sorted()
                .toList();
        if (!independent.isEmpty()) {
            return independent;
        }
        return quality.size() < 2 ? List.of() : quality.stream().sorted().toList();
    }

    /** Who may look at the acts that are the reviewer's own. */
    static List<String> seconds(Collection<String> quality, String reviewer) {
        return quality.stream()
                .filter(username -> !username.equals(reviewer))
                .sorted()
                .toList();
    }

    /**
     * Who may verify a review with critical findings: neither who signed it as reviewer, nor who raised one of them, nor
     * whose act one of them is about.
     */
    static List<String> verifiers(Collection<String> quality, String reviewer, Collection<String> concerned) {
        return quality.stream()
                .filter(username -> !username.equals(reviewer) && !concerned.contains(username))
                .sorted()
                .toList();
    }
}
