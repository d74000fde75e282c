package dev.baton.review;

import dev.baton.capture.ItemId;
import dev.baton.identity.SigningProof;
import dev.baton.signature.SignatureView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to review: decisions, questions and answers, triage, substitute peers, approval, holds. */
@Service
public class Reviews {

    /** An author's answer to one question. */
    public record Answer(UUID questionId, String text) {}

    /**
     * User names of the people who may do this stage of the item's current round: right role, right site, on the team,
     * enabled, and none of the other three of the four people. Empty for a peer review means a substitute is needed.
     */
    public List<String> eligible(ItemId item, Stage stage) {
        throw new UnsupportedOperationException("not yet " + item + stage);
    }

    /** Accepts, asks or refuses at peer review, receiver review or approval; only asking needs no proof. */
    public Optional<SignatureView> decide(
            ItemId item,
            int version,
            Stage stage,
            Decision decision,
            @Nullable String comment,
            @Nullable SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + item + version + stage + decision + comment + proof);
    }

    /** Triage by quality, signed as responsibility. */
    public SignatureView triage(
            ItemId item,
            int version,
            TriageOutcome outcome,
            @Nullable String reference,
            @Nullable String comment,
            SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + item + version + outcome + reference + comment + proof);
    }

    /** Quality names the peer where no second expert exists, with a signed reason. */
    public SignatureView namePeer(ItemId item, int version, String peer, String reason, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + item + version + peer + reason + proof);
    }

    /** People quality may name as substitute peer: team members who are none of the other three. */
    public List<String> possiblePeers(ItemId item) {
        throw new UnsupportedOperationException("not yet " + item);
    }

    /**
     * The author sends an item back: every open question needs an answer. With changed text or files the rework draft
     * is signed as the next version and a new round begins; without, it goes back to the asker and nothing is signed.
     */
    public Optional<SignatureView> answer(
            ItemId item,
            long draftVersion,
            List<Answer> answers,
            @Nullable String comment,
            @Nullable SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + item + draftVersion + answers + comment + proof);
    }

    /** Quality lifts the hold, signed as responsibility. */
    public SignatureView liftHold(ItemId item, String reason, SigningProof proof) {
        throw new UnsupportedOperationException("not yet " + item + reason + proof);
    }

    /** All questions of an item, oldest first, if the current actor may see the item. */
    public List<QuestionView> questions(ItemId item) {
        throw new UnsupportedOperationException("not yet " + item);
    }

    /** Triage of that version, or empty while it is open. */
    public Optional<TriageView> triageOf(ItemId item, int version) {
        throw new UnsupportedOperationException("not yet " + item + version);
    }

    /** The substitute peer named for that version with the reason, or empty. */
    public Optional<NamedPeer> namedPeer(ItemId item, int version) {
        throw new UnsupportedOperationException("not yet " + item + version);
    }

    /** A substitute peer. */
    public record NamedPeer(String username, String reason, String namedBy) {}

    /** Whether the stage of that version is done: what the engine's guard asks before a task may complete. */
    public boolean isDone(ItemId item, int version, Stage stage) {
        throw new UnsupportedOperationException("not yet " + item + version + stage);
    }
}
