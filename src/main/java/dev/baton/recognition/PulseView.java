package dev.baton.recognition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pulse of a transfer.
 *
 * @param open the round that takes answers now, or null
 * @param rounds those that are over, and the open one as far as it has results, the latest first
 */
public record PulseView(@Nullable Open open, List<Round> rounds) {

    /**
     * A round that takes answers.
     *
     * @param answers how many have answered: a number, and nobody's name
     * @param answered whether the reader has
     */
    public record Open(UUID id, int no, Instant closesAt, int answers, boolean answered) {}

    /**
     * A round.
     *
     * @param results null while fewer than five answers are opened
     * @param sites results of each site where at least five were opened
     * @param reply what the lead said to it, or null
     */
    public record Round(
            UUID id,
            int no,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Results results,
            List<Site> sites,
            @Nullable Reply reply) {}

    /**
     * What was answered, together.
     *
     * @param handingOver how many chose each of the five words for how it is to hand over, from heavy to light
     * @param heard how many chose each of the five words for being heard
     * @param lines what was written beside, in alphabetical order
     */
    public record Results(int answers, List<Integer> handingOver, List<Integer> heard, List<String> lines) {}

    /** The results of a site. */
    public record Site(String site, Results results) {}

    /** You said, we did. */
    public record Reply(String said, String did, String by, Instant at) {}
}
