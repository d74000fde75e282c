package dev.baton.review;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.review.Reviews.Contribution;
import dev.baton.review.Reviews.NamedPeer;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that was noted in review rounds: saving it, and the plain questions about it. */
@Component
class ReviewRecords {

    /** Type of what a co-author signs, and the act that they are credited with. */
    static final String CO_AUTHORSHIP = "co-authorship";

    private final ReviewDecisions decisions;
    private final Questions questions;
    private final Triages triages;
    private final PeerNamings namings;
    private final HoldLifts lifts;
    private final Confidence confidence;
    private final ReviewAdditions additions;

    ReviewRecords(
            ReviewDecisions decisions,
            Questions questions,
            Triages triages,
            PeerNamings namings,
            HoldLifts lifts,
            Confidence confidence,
            ReviewAdditions additions) {
        this.additions = additions;
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

    /** The versions of a transfer's items that are on hold, by item; one statement however many there are. */
    Map<ItemId, Set<Integer>> onHold(TransferId transfer) {
        var holding = Arrays.stream(TriageOutcome.values())
                .filter(TriageOutcome::needsReference)
                .map(TriageOutcome::code)
                .toList();
        return triages.findOnHold(transfer.value(), holding).stream()
                .collect(Collectors.groupingBy(
                        triage -> new ItemId(triage.itemId()),
                        Collectors.mapping(Triage::itemVersion, Collectors.toSet())));
    }

    /** The triages of a transfer's items, by item and version; two statements however many there are. */
    Map<ItemId, Map<Integer, TriageView>> triages(TransferId transfer) {
        var held = onHold(transfer);
        return triages.findByTransferId(transfer.value()).stream()
                .collect(Collectors.groupingBy(
                        triage -> new ItemId(triage.itemId()),
                        Collectors.toMap(
                                Triage::itemVersion,
                                triage -> triage.view(held.getOrDefault(new ItemId(triage.itemId()), Set.of())
                                        .contains(triage.itemVersion())))));
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

    /**
     * Authorship and accepted reviews of that version among its signatures that stand for the content's hash; those of
     * co-authors come last.
     */
    List<Contribution> contributions(
            List<SignatureView> signatures,
            ItemId item,
            int version,
            @Nullable String currentHash,
            @Nullable String interviewer) {
        var stages = decisions.findByItemIdAndItemVersion(item.value(), version).stream()
                .filter(decision -> decision.is(Decision.ACCEPT) && decision.stage() != Stage.APPROVAL)
                .collect(Collectors.toMap(ReviewDecision::signatureId, decision -> credited(decision.stage())));
        var found = new ArrayList<Contribution>();
        var hash = currentHash;
        for (var signature : signatures) {
            if (signature.subject().version() != version) {
                continue;
            }
            var together = signature.subject().type().equals(CO_AUTHORSHIP);
            var author = !together && signature.meaning() == Meaning.AUTHORSHIP;
            if (author && hash == null) {
                hash = signature.contentHash();
            }
            var act = together ? CO_AUTHORSHIP : author ? "authorship" : stages.get(signature.id());
            if (act != null && hash != null && signature.isValidFor(hash)) {
                found.add(new Contribution(act, signature.username(), signature.id(), signature.signedAt()));
                if (author && interviewer != null) {
                    found.add(new Contribution("interviewed", interviewer, signature.id(), signature.signedAt()));
                }
            }
        }
        return found;
    }

    /** Whoever reviews in addition has done what a peer or a receiver does. */
    private static String credited(Stage stage) {
        return switch (stage) {
            case SECOND_PEER_REVIEW, SPECIALIST_REVIEW -> Stage.PEER_REVIEW.code();
            case SECOND_RECEIVER_REVIEW, SITE_QUALITY_REVIEW -> Stage.RECEIVER_REVIEW.code();
            default -> stage.code();
        };
    }

    boolean isDone(ItemId item, int version, Stage stage) {
        return decisions.findByItemIdAndItemVersion(item.value(), version).stream()
                        .anyMatch(decision -> decision.stage() == stage)
                || (stage == Stage.TRIAGE && triage(item, version).isPresent())
                || openQuestions(item, version).stream().anyMatch(question -> question.stage() == stage)
                || isGivenUp(item, version, stage);
    }

    /** Whether nobody was left for an additional review that had been asked for. */
    private boolean isGivenUp(ItemId item, int version, Stage stage) {
        return stage.isAdditional()
                && !ReviewAdditions.asked(additions, item.value(), version).contains(stage)
                && additions.findByItemIdAndItemVersion(item.value(), version).stream()
                        .anyMatch(addition -> addition.stage() == stage);
    }
}
