package dev.baton.review;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.review.Reviews.Contribution;
import dev.baton.review.Reviews.NamedPeer;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.SignedSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that was noted in review rounds: saving it, and the plain questions about it. */
@Component
class ReviewRecords {

    private final ReviewDecisions decisions;
    private final Questions questions;
    private final Triages triages;
    private final PeerNamings namings;
    private final HoldLifts lifts;
    private final Confidence confidence;

    ReviewRecords(
            ReviewDecisions decisions,
            Questions questions,
            Triages triages,
            PeerNamings namings,
            HoldLifts lifts,
            Confidence confidence) {
        this.decisions = decisions;
        this.questions = questions;
        this.triages = triages;
        this.namings = namings;
        this.lifts = lifts;
        this.confidence = confidence;
    }

    /** Who decided about the item, asked about it, or was named its peer. */
    Set<String> reviewersOf(ItemId item) {
        return Stream.of(
                        decisions.findByItemId(item.value()).stream().map(ReviewDecision::decidedBy),
                        questions.findByItemIdOrderByAskedAt(item.value()).stream()
                                .map(Question::askedBy),
                        namings.findByItemId(item.value()).stream().map(PeerNaming::peer))
                .flatMap(people -> people)
                .collect(Collectors.toSet());
    }

    void save(ReviewDecision decision) {
        decisions.save(decision);
    }

    void save(Question question) {
        questions.save(question);
    }

    void save(Triage triage) {
        triages.save(triage);
    }

    void save(PeerNaming naming) {
        namings.save(naming);
    }

    void save(HoldLift lift) {
        lifts.save(lift);
    }

    List<QuestionView> questions(ItemId item) {
        return questions.findByItemIdOrderByAskedAt(item.value()).stream()
                .map(question -> view(item, question))
                .toList();
    }

    private QuestionView view(ItemId item, Question question) {
        var by = question.answeredBy();
        if (by == null) {
            return question.view(null, null);
        }
        var held = !by.equals(Acting.current().username()) && confidence.isHeld(item, by);
        return question.view(held ? ItemView.HELD : by, confidence.nameOf(item, by));
    }

    /** Open questions about that version, oldest first. */
    List<Question> openQuestions(ItemId item, int version) {
        return questions.findByItemIdOrderByAskedAt(item.value()).stream()
                .filter(question -> question.itemVersion() == version && question.isOpen())
                .toList();
    }

    Optional<Triage> triage(ItemId item, int version) {
        return triages.findByItemIdAndItemVersion(item.value(), version);
    }

    Optional<TriageView> triageView(ItemId item, int version) {
        return triage(item, version).map(triage -> triage.view(isOnHold(triage)));
    }

    boolean isOnHold(ItemId item, int version) {
        return triage(item, version).filter(this::isOnHold).isPresent();
    }

    private boolean isOnHold(Triage triage) {
        return triage.outcome().needsReference()
                && !lifts.existsByItemIdAndItemVersion(triage.itemId(), triage.itemVersion());
    }

    Optional<NamedPeer> namedPeer(ItemId item, int version) {
        return namings.findFirstByItemIdAndItemVersionOrderByNamedAtDesc(item.value(), version)
                .map(PeerNaming::view);
    }

    /** What the refusal of that version said, or empty when it was not refused. */
    Optional<String> refusal(ItemId item, int version) {
        return decisions.findByItemIdAndItemVersion(item.value(), version).stream()
                .filter(decision -> decision.is(Decision.REFUSE))
                .map(ReviewDecision::comment)
                .findFirst();
    }

    /** Authorship and accepted reviews of that version among its signatures that stand for the content's hash. */
    List<Contribution> contributions(
            List<SignatureView> signatures,
            ItemId item,
            int version,
            @Nullable String currentHash,
            @Nullable String interviewer) {
        var stages = decisions.findByItemIdAndItemVersion(item.value(), version).stream()
                .filter(decision -> decision.is(Decision.ACCEPT) && decision.stage() != Stage.APPROVAL)
                .collect(Collectors.toMap(ReviewDecision::signatureId, decision -> decision.stage()
                        .code()));
        var found = new ArrayList<Contribution>();
        var hash = currentHash;
        for (var signature : signatures) {
            if (signature.subject().version() != version) {
                continue;
            }
            var author = signature.meaning() == Meaning.AUTHORSHIP;
            if (author && hash == null) {
                hash = signature.contentHash();
            }
            var act = author ? "authorship" : stages.get(signature.id());
            if (act != null && hash != null && signature.isValidFor(hash)) {
                found.add(new Contribution(act, signature.username(), signature.id(), signature.signedAt()));
                if (author && interviewer != null) {
                    found.add(new Contribution("interviewed", interviewer, signature.id(), signature.signedAt()));
                }
            }
        }
        return found;
    }

    boolean isDone(ItemId item, int version, Stage stage) {
        return decisions.findByItemIdAndItemVersion(item.value(), version).stream()
                        .anyMatch(decision -> decision.stage() == stage)
                || (stage == Stage.TRIAGE && triage(item, version).isPresent())
                || openQuestions(item, version).stream().anyMatch(question -> question.stage() == stage);
    }

    Optional<String> currentHash(SignedSubject subject) {
        return switch (subject.type()) {
            case SideRecord.PEER_SUBSTITUTION -> namings.findById(subject.id()).map(PeerNaming::hash);
            case SideRecord.HOLD_LIFTED -> lifts.findById(subject.id()).map(HoldLift::hash);
            default -> Optional.empty();
        };
    }
}
