package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemStages;
import dev.baton.capture.ItemView;
import dev.baton.capture.Rework;
import dev.baton.identity.Acting;
import dev.baton.identity.SigningProof;
import dev.baton.review.ReviewEvent.Answered;
import dev.baton.review.ReviewRefusals.DraftChanged;
import dev.baton.review.ReviewRefusals.EntryRefused;
import dev.baton.review.ReviewRefusals.NotYourStage;
import dev.baton.review.ReviewRefusals.NothingChanged;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import dev.baton.review.Reviews.Answer;
import dev.baton.signature.SignatureView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The author's turn: answers to open questions, with or without a next version. */
@Component
class Answering {

    private final Rework rework;
    private final ItemStages stages;
    private final ReviewRecords records;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    Answering(
            Rework rework,
            ItemStages stages,
            ReviewRecords records,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.rework = rework;
        this.stages = stages;
        this.records = records;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    Optional<SignatureView> answer(
            ItemView item,
            long draftVersion,
            List<Answer> answers,
            @Nullable String comment,
            @Nullable SigningProof proof) {
        if (!item.author().equals(Acting.current().username())) {
            throw new NotYourStage("review.not-yours.rework");
        }
        if (!item.inRework()) {
            throw new OutOfTurn("review.turn.not-in-rework");
        }
        var id = item.itemId();
        var open = records.openQuestions(id, item.version());
        var words = checked(open, answers, comment);
        if (rework.draft(id).version() != draftVersion) {
            throw new DraftChanged();
        }
        var changed = rework.isChanged(id);
        if (!changed && open.isEmpty()) {
            throw new NothingChanged();
        }
        for (var question : open) {
            var text = words.get(question.getId());
            if (text != null) {
                records.save(question.answer(text, Acting.current(), clock.instant()));
            }
        }
        if (changed) {
            return Optional.of(rework.submit(id, draftVersion, reason(item, open, words, comment), required(proof)));
        }
        stages.backToReview(id);
        var askers = new EnumMap<Stage, String>(Stage.class);
        open.forEach(question -> askers.put(question.stage(), question.askedBy()));
        askers.forEach((stage, asker) ->
                events.publishEvent(new Answered(item.transferId(), id, item.version(), stage, asker)));
        return Optional.empty();
    }

    static SigningProof required(@Nullable SigningProof proof) {
        if (proof == null) {
            throw new EntryRefused(List.of(Fault.of("password", "review.password-needed")));
        }
        return proof;
    }

    /** The answers by question, once every open question has exactly one. */
    static Map<UUID, String> checked(List<Question> open, List<Answer> answers, @Nullable String comment) {
        var faults = new ArrayList<Fault>();
        var words = new HashMap<UUID, String>();
        var known = open.stream().map(Question::getId).collect(Collectors.toSet());
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            if (!known.contains(answer.questionId())) {
                faults.add(Fault.of("answers[" + i + "].questionId", "review.question-not-open"));
            } else if (words.putIfAbsent(answer.questionId(), answer.text()) != null) {
                faults.add(Fault.of("answers[" + i + "].questionId", "review.question-answered-twice"));
            }
            Texts.require("answers[" + i + "].text", answer.text(), Texts.LONGEST_ANSWER, faults);
        }
        for (int i = 0; i < open.size(); i++) {
            if (answers.stream().map(Answer::questionId).noneMatch(open.get(i).getId()::equals)) {
                faults.add(Fault.of("answers[" + i + "].text", "text.missing"));
            }
        }
        Texts.check("comment", comment, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return words;
    }

    /** Why there is a next version: the author's words, else what it answers to. */
    private String reason(ItemView item, List<Question> open, Map<UUID, String> words, @Nullable String comment) {
        if (comment != null && !comment.isBlank()) {
            return comment;
        }
        if (!open.isEmpty()) {
            return open.stream()
                    .map(question -> words.getOrDefault(question.getId(), ""))
                    .collect(Collectors.joining("\n\n"));
        }
        return records.refusal(item.itemId(), item.version())
                .map(refusal -> messages.getMessage("review.reason-refusal", new Object[] {refusal}, Locale.ENGLISH))
                .orElseGet(() -> messages.getMessage("review.reason-announced", null, Locale.ENGLISH));
    }
}
