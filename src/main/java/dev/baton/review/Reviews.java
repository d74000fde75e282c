package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemStages;
import dev.baton.capture.ItemState;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.SigningProof;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.ReviewEvent.Decided;
import dev.baton.review.ReviewEvent.Triaged;
import dev.baton.review.ReviewRefusals.EntryRefused;
import dev.baton.review.ReviewRefusals.NotOnHold;
import dev.baton.review.ReviewRefusals.NotYourStage;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.transfer.TransferId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to review: decisions, questions and answers, triage, substitute peers, approval, holds. */
@Service
@Transactional
public class Reviews {

    private final Items items;
    private final ItemStages stages;
    private final Rounds rounds;
    private final ReviewRecords records;
    private final Answering answering;
    private final QualityActs quality;
    private final ReviewSigning signing;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            Items items,
            ItemStages stages,
            Rounds rounds,
            ReviewRecords records,
            Answering answering,
            QualityActs quality,
            ReviewSigning signing,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.stages = stages;
        this.rounds = rounds;
        this.records = records;
        this.answering = answering;
        this.quality = quality;
        this.signing = signing;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /** An author's answer to one question. */
    public record Answer(UUID questionId, String text) {}

    /** A substitute peer. */
    public record NamedPeer(String username, String reason, String namedBy) {}

    /**
     * What somebody gave to a version with their signature.
     *
     * @param act {@code authorship}, {@code co-authorship}, {@code interviewed}, {@code peer-review} or {@code receiver-review}
     */
    public record Contribution(String act, String username, UUID signatureId, Instant at) {}

    /**
     * User names of the people who may do this stage of the item's current round: right role, right site, on the team,
     * enabled, and none of the other three of the four people. Empty for a peer review means a substitute is needed.
     */
    @Transactional(readOnly = true)
    public List<String> eligible(ItemId item, Stage stage) {
        return rounds.eligible(items.head(item), stage);
    }

    /**
     * What a reviewer says with a decision.
     *
     * @param anchor the passage that a question is about, or null
     * @param sections "could I do it from this?", by section, or null; at the receiving site
     */
    public record Said(@Nullable String comment, @Nullable Anchor anchor, @Nullable Map<String, String> sections) {

        /** Words alone. */
        public static Said words(@Nullable String comment) {
            return new Said(comment, null, null);
        }
    }

    /** As {@link #decide(ItemId, int, Stage, Decision, Said, SigningProof)}, with words alone. */
    public Optional<SignatureView> decide(
            ItemId item,
            int version,
            Stage stage,
            Decision decision,
            @Nullable String comment,
            @Nullable SigningProof proof) {
        return decide(item, version, stage, decision, Said.words(comment), proof);
    }

    /** Accepts, asks or refuses at a review or at approval, asks at triage; asking needs no proof. */
    public Optional<SignatureView> decide(
            ItemId item, int version, Stage stage, Decision decision, Said said, @Nullable SigningProof proof) {
        var view = current(item, version);
        checkTurn(view, stage);
        var comment = said.comment();
        var faults = new ArrayList<Fault>();
        Anchor.check(decision == Decision.ASK ? said.anchor() : null, view.content(), faults);
        Sections.check(said.sections(), stage, decision, faults);
        if (stage == Stage.TRIAGE && decision != Decision.ASK) {
            faults.add(Fault.of("decision", "review.triage-has-outcomes"));
        }
        checkComment(comment, decision != Decision.ACCEPT, faults);
        var words = comment == null || comment.isBlank() ? null : comment;
        if (decision == Decision.ASK) {
            ask(view, stage, Objects.requireNonNull(words), said.anchor());
            return Optional.empty();
        }
        var sections = Sections.written(said.sections());
        var signature = signing.item(
                proof,
                view,
                stage == Stage.APPROVAL ? Meaning.APPROVAL : Meaning.REVIEW,
                stage,
                decision.code(),
                signing.words(words, said.sections()));
        records.save(new ReviewDecision(view, stage, decision, words, sections, signature));
        if (decision == Decision.REFUSE) {
            stages.moveTo(item, version, ItemState.DRAFT);
            stages.returnToAuthor(item);
        } else {
            moveOn(view, stage);
        }
        if (stage == Stage.APPROVAL && decision == Decision.ACCEPT) {
            events.publishEvent(new Approved(view.transferId(), item, version, records.isOnHold(item, version)));
        } else {
            events.publishEvent(
                    new Decided(view.transferId(), item, version, stage, decision, signature.username(), words));
        }
        return Optional.of(signature);
    }

    /** As the other, of something that touches no established condition, or one not yet named. */
    public SignatureView triage(
            ItemId item,
            int version,
            TriageOutcome outcome,
            @Nullable String reference,
            @Nullable String comment,
            SigningProof proof) {
        return triage(item, version, outcome, reference, new EstablishedCondition(null, null), comment, proof);
    }

    /** Triage by quality, signed as responsibility. */
    public SignatureView triage(
            ItemId item,
            int version,
            TriageOutcome outcome,
            @Nullable String reference,
            EstablishedCondition given,
            @Nullable String comment,
            SigningProof proof) {
        var condition = EstablishedCondition.of(given.id(), given.category());
        var view = current(item, version);
        checkTurn(view, Stage.TRIAGE);
        var faults = new ArrayList<Fault>();
        if (outcome.needsReference()) {
            Texts.require("reference", reference, Texts.LONGEST_LINE, faults);
        } else if (reference != null && !reference.isBlank()) {
            faults.add(Fault.of("reference", "review.reference-not-needed"));
        }
        condition.check(outcome, faults);
        checkComment(comment, false, faults);
        var words = comment == null || comment.isBlank() ? null : comment;
        var record = outcome.needsReference() && reference != null ? reference.strip() : null;
        var signature = signing.item(proof, view, Meaning.RESPONSIBILITY, Stage.TRIAGE, outcome.code(), words);
        records.save(new Triage(view, outcome, record, condition, words, signature));
        stages.openToReceivingSite(item);
        if (view.state() == ItemState.RECEIVER_REVIEWED) {
            stages.moveTo(item, version, ItemState.TRIAGED);
        }
        events.publishEvent(new Triaged(view.transferId(), item, version, outcome, signature.username()));
        return signature;
    }

    /** Quality names the peer where no second expert exists, with a signed reason. */
    public SignatureView namePeer(ItemId item, int version, String peer, String reason, SigningProof proof) {
        return quality.namePeer(current(item, version), peer, reason, proof);
    }

    /** People quality may name as substitute peer: team members who are none of the other three. */
    @Transactional(readOnly = true)
    public List<String> possiblePeers(ItemId item) {
        return rounds.possiblePeers(items.head(item));
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
        stages.hold(item);
        return answering.answer(seen(item), draftVersion, answers, comment, proof);
    }

    /** Quality lifts the hold, signed as responsibility. */
    public SignatureView liftHold(ItemId item, String reason, SigningProof proof) {
        stages.hold(item);
        var latest = seen(item);
        quality.requireQuality(latest);
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        var effective = latest.effectiveVersion();
        if (effective == null || !records.isOnHold(item, effective)) {
            throw new NotOnHold();
        }
        return quality.liftHold(effective == latest.version() ? latest : items.known(item, effective), reason, proof);
    }

    /** All questions of an item, oldest first, if the current actor may see the item. */
    @Transactional(readOnly = true)
    public List<QuestionView> questions(ItemId item) {
        items.require(item);
        return records.questions(item);
    }

    /** All questions of an item, oldest first, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<QuestionView> knownQuestions(ItemId item) {
        return records.questions(item);
    }

    /** User names of everybody who decided about an item in review, asked about it, or was named its peer. */
    @Transactional(readOnly = true)
    public Set<String> reviewersOf(ItemId item) {
        return records.reviewersOf(item);
    }

    /** The versions of a transfer's items that are on hold, by item, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<ItemId, Set<Integer>> onHold(TransferId transfer) {
        return records.onHold(transfer);
    }

    /** Every triage in a transfer, by item and version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<ItemId, Map<Integer, TriageView>> triages(TransferId transfer) {
        return records.triages(transfer);
    }

    /** Triage of that version, or empty while it is open. */
    @Transactional(readOnly = true)
    public Optional<TriageView> triageOf(ItemId item, int version) {
        return records.triageView(item, version);
    }

    /** The substitute peer named for that version with the reason, or empty. */
    @Transactional(readOnly = true)
    public Optional<NamedPeer> namedPeer(ItemId item, int version) {
        return records.namedPeer(item, version);
    }

    /**
     * What people gave to that version, by signatures that still stand: its author side and its two reviewers. Empty when
     * the stored content is no longer what they signed.
     */
    @Transactional(readOnly = true)
    public List<Contribution> contributions(ItemId item, int version) {
        var current = items.known(item);
        return records.contributions(
                Stream.concat(
                                signatures.on("item", item.value()).stream(),
                                signatures.on(ReviewRecords.CO_AUTHORSHIP, item.value()).stream())
                        .toList(),
                item,
                version,
                current.version() == version ? current.contentHash() : null,
                current.content().interview() == null
                        ? null
                        : current.content().interview().interviewer());
    }

    /**
     * Whether the stage of that version is done: what the engine's guard asks before a task may complete. Accepted,
     * refused, or waiting for the author's answer to a question from this stage.
     */
    @Transactional(readOnly = true)
    public boolean isDone(ItemId item, int version, Stage stage) {
        return records.isDone(item, version, stage);
    }

    /** The whole item, names included: the rules ask who wrote it. Whoever may not see the item is refused. */
    private ItemView seen(ItemId item) {
        return items.known(item, items.require(item).version());
    }

    private ItemView current(ItemId item, int version) {
        stages.hold(item);
        var view = seen(item);
        if (view.version() != version) {
            throw new OutOfTurn("review.turn.not-latest");
        }
        return view;
    }

    private void checkTurn(ItemView view, Stage stage) {
        var head = view.head();
        var round = rounds.of(head);
        var username = Acting.current().username();
        SequencePolicy.require(round, stage);
        FourPeoplePolicy.require(round, stage, username);
        if (!rounds.candidates(head, stage).contains(username)) {
            throw new NotYourStage("review.not-yours." + stage.code());
        }
        if (!rounds.isNotNeededElsewhere(head, round, stage, username)) {
            throw new NotYourStage("review.needed-elsewhere");
        }
    }

    private void ask(ItemView view, Stage stage, String text, @Nullable Anchor anchor) {
        var asker = Acting.current();
        records.save(new Question(view, stage, asker, text, anchor, clock.instant()));
        stages.returnToAuthor(view.itemId());
        events.publishEvent(new Decided(
                view.transferId(), view.itemId(), view.version(), stage, Decision.ASK, asker.username(), text));
    }

    private void moveOn(ItemView view, Stage stage) {
        var item = view.itemId();
        switch (stage) {
            case PEER_REVIEW -> stages.moveTo(item, view.version(), ItemState.PEER_REVIEWED);
            case RECEIVER_REVIEW -> {
                stages.moveTo(item, view.version(), ItemState.RECEIVER_REVIEWED);
                if (records.triage(item, view.version()).isPresent()) {
                    stages.moveTo(item, view.version(), ItemState.TRIAGED);
                }
            }
            case APPROVAL -> stages.moveTo(item, view.version(), ItemState.APPROVED);
            case SECOND_PEER_REVIEW, SPECIALIST_REVIEW, SECOND_RECEIVER_REVIEW, SITE_QUALITY_REVIEW -> {
                // They come beside the others: the item stands where the four people have brought it.
            }
            case TRIAGE -> throw new IllegalArgumentException("Triage has outcomes, not decisions");
        }
    }

    private static void checkComment(@Nullable String comment, boolean needed, List<Fault> faults) {
        if (needed) {
            Texts.require("comment", comment, Texts.LONGEST_ANSWER, faults);
        } else {
            Texts.check("comment", comment, Texts.LONGEST_ANSWER, faults);
        }
        refuse(faults);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
