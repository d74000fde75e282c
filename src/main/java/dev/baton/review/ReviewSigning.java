package dev.baton.review;

import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.review.ReviewRefusals.AlteredContent;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Signs what is decided in a round: on the version itself, or on a record beside it. */
@Component
class ReviewSigning {

    private final Signatures signatures;
    private final MessageSource messages;

    ReviewSigning(Signatures signatures, MessageSource messages) {
        this.signatures = signatures;
        this.messages = messages;
    }

    /** The signer's words with what they answered by section, so that both are signed. */
    @Nullable
    String words(@Nullable String words, @Nullable Map<String, String> sections) {
        if (sections == null || sections.isEmpty()) {
            return words;
        }
        var said =
                messages.getMessage("review.sections-signed", new Object[] {Sections.line(sections)}, Locale.ENGLISH);
        return words == null ? said : words + "\n\n" + said;
    }

    SignatureView item(
            @Nullable SigningProof proof,
            ItemView view,
            Meaning meaning,
            Stage stage,
            String decision,
            @Nullable String comment) {
        requireUnaltered(view);
        return signatures.sign(
                Answering.required(proof),
                subject("item", view.itemId().value(), view),
                meaning,
                role(stage, Acting.current()),
                view.contentHash(),
                decision,
                comment);
    }

    /** Quality signs a record beside the version, as responsibility. */
    SignatureView beside(
            SigningProof proof, String type, UUID id, ItemView view, String hash, String decision, String reason) {
        return signatures.sign(
                proof, subject(type, id, view), Meaning.RESPONSIBILITY, Role.QUALITY, hash, decision, reason);
    }

    void requireUnaltered(ItemView view) {
        if (!view.isUnaltered()) {
            throw new AlteredContent();
        }
    }

    /** A substitute peer signs in the role they hold; everybody else in the role of the stage. */
    private static Role role(Stage stage, Actor actor) {
        return switch (stage) {
            case PEER_REVIEW, SECOND_PEER_REVIEW, SPECIALIST_REVIEW -> actor.is(Role.EXPERT)
                    ? Role.EXPERT
                    : actor.roles().stream().sorted().findFirst().orElse(Role.EXPERT);
            case RECEIVER_REVIEW, SECOND_RECEIVER_REVIEW -> Role.RECEIVER;
            case SITE_QUALITY_REVIEW, TRIAGE, APPROVAL -> Role.QUALITY;
        };
    }

    private static SignedSubject subject(String type, UUID id, ItemView view) {
        return new SignedSubject(
                type,
                id,
                view.version(),
                RoundRecord.titleOf(view),
                view.transferId().value(),
                view.itemId().value());
    }
}
