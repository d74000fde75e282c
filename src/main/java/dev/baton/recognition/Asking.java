package dev.baton.recognition;

import dev.baton.capture.FileView;
import dev.baton.identity.Acting;
import dev.baton.recognition.RecognitionEvent.StepAnswered;
import dev.baton.recognition.RecognitionEvent.StepAsked;
import dev.baton.recognition.RecognitionRefusals.NotOfThisTransfer;
import dev.baton.recognition.RecognitionRefusals.QuestionUnknown;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to questions about a step: they reach those who know it, and the answers stand on its page. */
@Service
@Transactional
public class Asking {

    private final Transfers transfers;
    private final Expertise expertise;
    private final StepQuestions questions;
    private final StepAnswers answers;
    private final KeepsakeShelf keepsakes;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Asking(
            Transfers transfers,
            Expertise expertise,
            StepQuestions questions,
            StepAnswers answers,
            KeepsakeShelf keepsakes,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.expertise = expertise;
        this.questions = questions;
        this.answers = answers;
        this.keepsakes = keepsakes;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A question with what was said to it, oldest first. */
    public record Asked(
            UUID id, String by, String byName, String text, Instant at, List<KeepsakeView> files, List<Said> answers) {}

    /** An answer. */
    public record Said(String by, String byName, String text, Instant at) {}

    /** The questions about a step, the latest first, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public List<Asked> of(StepId step) {
        transfers.requireStep(step);
        var files = keepsakes.with(jdbc.sql("select id from step_question where step_id = ?")
                .param(step.value())
                .query(UUID.class)
                .list());
        var said = answers(step);
        return jdbc.sql("select q.id, q.asked_by, coalesce(p.name, q.asked_by) as name, q.text, q.asked_at"
                        + " from step_question q left join person p on p.username = q.asked_by"
                        + " where q.step_id = ? order by q.asked_at desc, q.id")
                .param(step.value())
                .query((row, n) -> new Asked(
                        row.getObject("id", UUID.class),
                        row.getString("asked_by"),
                        row.getString("name"),
                        row.getString("text"),
                        instant(row.getTimestamp("asked_at")),
                        files.getOrDefault(row.getObject("id", UUID.class), List.of()),
                        said.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /** The current actor asks those who know the step. */
    public UUID ask(StepId id, @Nullable String text) {
        return ask(id, text, (FileView) null);
    }

    /** The same with a photo; its bytes come in outside of any transaction. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public UUID ask(StepId id, @Nullable String text, @Nullable Gift photo) {
        transaction.executeWithoutResult(status -> {
            requireMember(transfers.requireStep(id).transferId());
            Thanks.requireWords(text);
        });
        var file = keepsakes.take(photo);
        return Objects.requireNonNull(transaction.execute(status -> ask(id, text, file)));
    }

    private UUID ask(StepId id, @Nullable String text, @Nullable FileView file) {
        var step = transfers.requireStep(id);
        requireMember(step.transferId());
        var me = Acting.current().username();
        var question = questions.saveAndFlush(new StepQuestion(step, me, Thanks.requireWords(text), clock.instant()));
        keepsakes.put(file, step.transferId(), question.getId(), me);
        var to = Stream.concat(
                        expertise.knowing(id).stream().map(ExpertiseView.Knows::username), step.experts().stream())
                .distinct()
                .filter(username -> !username.equals(me))
                .toList();
        events.publishEvent(new StepAsked(step.transferId(), id, question.getId(), me, question.stepLabel(), to));
        return question.getId();
    }

    /** The current actor answers. */
    public void answer(UUID questionId, @Nullable String text) {
        var question = questions.findById(questionId).orElseThrow(() -> new QuestionUnknown(questionId));
        var transfer = new TransferId(question.transferId());
        transfers.requireStep(new StepId(question.stepId()));
        requireMember(transfer);
        var me = Acting.current().username();
        answers.saveAndFlush(new StepAnswer(question, me, Thanks.requireWords(text), clock.instant()));
        events.publishEvent(new StepAnswered(
                transfer, new StepId(question.stepId()), questionId, me, question.stepLabel(), question.askedBy()));
    }

    private void requireMember(TransferId transfer) {
        var me = Acting.current().username();
        if (transfers.team(transfer).stream()
                .noneMatch(member -> member.username().equals(me))) {
            throw new NotOfThisTransfer();
        }
    }

    private Map<UUID, List<Said>> answers(StepId step) {
        var said = new HashMap<UUID, List<Said>>();
        jdbc.sql("select a.question_id, a.answered_by, coalesce(p.name, a.answered_by) as name, a.text, a.answered_at"
                        + " from step_answer a join step_question q on q.id = a.question_id"
                        + " left join person p on p.username = a.answered_by"
                        + " where q.step_id = ? order by a.answered_at, a.id")
                .param(step.value())
                .query(row -> {
                    said.computeIfAbsent(row.getObject("question_id", UUID.class), question -> new ArrayList<>())
                            .add(new Said(
                                    row.getString("answered_by"),
                                    row.getString("name"),
                                    row.getString("text"),
                                    instant(row.getTimestamp("answered_at"))));
                });
        return said;
    }

    private static Instant instant(Timestamp at) {
        return at.toInstant();
    }
}
