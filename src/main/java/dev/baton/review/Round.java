package dev.baton.review;

import dev.baton.capture.ItemState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The review round of one version as the rules look at it; plain facts, so that the rules need nothing else.
 *
 * @param latestVersion the item's last version; the rules let only that one be decided
 * @param inRework whether the author has the item back
 * @param qualityFirst whether triage comes before every review
 * @param author the author of this version
 * @param namedPeer the substitute peer that quality named
 * @param acceptedBy who said yes at which stage of this version, triage included
 * @param helpers who asked and wrote, and who wrote it together with the author: author side too
 * @param asked the additional reviews that the routing table asked for
 */
record Round(
        int version,
        int latestVersion,
        ItemState state,
        boolean inRework,
        boolean qualityFirst,
        String author,
        Optional<String> namedPeer,
        Map<Stage, String> acceptedBy,
        Set<String> helpers,
        Set<Stage> asked) {

    /** A round of words that their author wrote alone, and that four people are enough for. */
    Round(
            int version,
            int latestVersion,
            ItemState state,
            boolean inRework,
            boolean qualityFirst,
            String author,
            Optional<String> namedPeer,
            Map<Stage, String> acceptedBy) {
        this(version, latestVersion, state, inRework, qualityFirst, author, namedPeer, acceptedBy, Set.of(), Set.of());
    }

    /** The same round with these additional reviews asked for. */
    Round asking(Set<Stage> additional) {
        return new Round(
                version,
                latestVersion,
                state,
                inRework,
                qualityFirst,
                author,
                namedPeer,
                acceptedBy,
                helpers,
                additional);
    }

    /** The same round, had that person said yes at that stage. */
    Round had(Stage stage, String username) {
        var accepted = new EnumMap<Stage, String>(Stage.class);
        accepted.putAll(acceptedBy);
        accepted.put(stage, username);
        return new Round(
                version, latestVersion, state, inRework, qualityFirst, author, namedPeer, accepted, helpers, asked);
    }

    /** Whether every additional review that was asked for has said yes. */
    boolean isAdditionallyReviewed() {
        return acceptedBy.keySet().containsAll(asked);
    }

    /** Whether that person said yes at another of the additional reviews. */
    boolean reviewedBeside(Stage stage, String username) {
        return Stage.additional().stream().anyMatch(other -> other != stage && wasAcceptedBy(other, username));
    }

    /** Whether the words are that person's: they told them, wrote them with others, or asked and wrote. */
    boolean isAuthorSide(String username) {
        return username.equals(author) || helpers.contains(username);
    }

    /** Whether the stage has been accepted in this round. */
    boolean isAccepted(Stage stage) {
        return acceptedBy.containsKey(stage);
    }

    /** Whether that person said yes at that stage. */
    boolean wasAcceptedBy(Stage stage, String username) {
        return username.equals(acceptedBy.get(stage));
    }

    /** Whether that person is the round's peer: has reviewed, or is named to. */
    boolean isPeer(String username) {
        return isAccepted(Stage.PEER_REVIEW)
                ? wasAcceptedBy(Stage.PEER_REVIEW, username)
                : namedPeer.filter(username::equals).isPresent();
    }
}
