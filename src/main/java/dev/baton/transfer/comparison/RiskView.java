package dev.baton.transfer.comparison;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a gap as those who scored it see it (ICH Q9(R1), 5.3: subjectivity is kept small by anchored scales and
 * more than one scorer, and what remains of it is shown).
 *
 * @param scores the newest of each person, as far as the reader may see them
 * @param scorers how many people have scored, whether or not their scores are shown
 * @param hidden whether others' scores are withheld until the reader has given theirs
 */
public record RiskView(List<Score> scores, int scorers, boolean hidden) {

    /** Fewer than two people are one person's opinion. */
    public static final int SCORERS_NEEDED = 2;

    /** One person's scores, each 1 to 10. */
    public record Score(String by, int severity, int occurrence, int detection, @Nullable String comment, Instant at) {

        /** Risk priority number, 1 to 1000. */
        public int priorityNumber() {
            return severity * occurrence * detection;
        }

        /** How urgently it asks for action. */
        public ActionPriority actionPriority() {
            return ActionPriority.of(severity, occurrence, detection);
        }
    }

    /** The lowest and the highest value among the scorers. */
    public record Spread(int low, int high) {

        /** How far they are apart. */
        public int width() {
            return high - low;
        }
    }

    /** Whether enough people have scored it. */
    public boolean complete() {
        return scorers >= SCORERS_NEEDED;
    }

    /** The highest action priority that anybody gave: caution wins until they agree. Empty while nobody is shown. */
    public Optional<ActionPriority> actionPriority() {
        return scores.stream().map(Score::actionPriority).max(Comparator.naturalOrder());
    }

    /** The spread of one scale, or empty while nobody is shown. */
    public Optional<Spread> spread(ToIntFunction<Score> scale) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(
                        scores.stream().mapToInt(scale).min().orElseThrow(),
                        scores.stream().mapToInt(scale).max().orElseThrow()));
    }
}
