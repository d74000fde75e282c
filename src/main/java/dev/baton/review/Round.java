package dev.baton.review;

import dev.baton.capture.ItemState;
import java.util.Map;
import java.util.Optional;

/**
 * The review round of one version as the rules look at it; plain facts, so that the rules need nothing else.
 *
 * @param latestVersion the item's last version; the rules let only that one be decided
 * @param inRework whether the author has the item back
 * @param qualityFirst whether triage comes before every review
 * @param author the author of this version
 * @param namedPeer the substitute peer that quality named
 * @param acceptedBy who said yes at which stage of this version, triage included
 * @param interviewer who asked and wrote, author side too
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
        Optional<String> interviewer) {

    /** A round of words that their author wrote alone. */
    Round(
            int version,
            int latestVersion,
            ItemState state,
            boolean inRework,
            boolean qualityFirst,
            String author,
            Optional<String> namedPeer,
            Map<Stage, String> acceptedBy) {
        this(version, latestVersion, state, inRework, qualityFirst, author, namedPeer, acceptedBy, Optional.empty());
    }

    /** Whether the words are that person's: they told them, or asked and wrote. */
    boolean isAuthorSide(String username) {
        return username.equals(author) || interviewer.filter(username::equals).isPresent();
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
