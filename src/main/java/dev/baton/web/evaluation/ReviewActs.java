package dev.baton.web.evaluation;

import dev.baton.capture.ItemView;
import dev.baton.identity.SigningProof;
import dev.baton.review.Decision;
import dev.baton.review.Reviews;
import dev.baton.review.Reviews.Answer;
import dev.baton.review.Stage;
import dev.baton.review.TriageOutcome;
import dev.baton.web.evaluation.Story.Act;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reviewers, quality and the author in rework do in the sample, each act once. */
@Component
class ReviewActs {

    private final Reviews reviews;

    ReviewActs(Reviews reviews) {
        this.reviews = reviews;
    }

    void decide(ItemView item, Act act, Supplier<SigningProof> proof) {
        var stage = stage(act);
        if (item.inRework() || reviews.isDone(item.itemId(), item.version(), stage) || isAsked(item, act)) {
            return;
        }
        if (stage == Stage.TRIAGE) {
            reviews.triage(item.itemId(), item.version(), outcome(act), act.reference(), act.comment(), proof.get());
            return;
        }
        var decision = decision(act);
        reviews.decide(
                item.itemId(),
                item.version(),
                stage,
                decision,
                act.comment(),
                decision == Decision.ASK ? null : proof.get());
    }

    void answer(ItemView item, long draftVersion, Act act, @Nullable SigningProof proof) {
        var answers = reviews.questions(item.itemId()).stream()
                .filter(question -> question.answer() == null)
                .map(question -> new Answer(question.id(), Objects.requireNonNull(act.answer())))
                .toList();
        reviews.answer(item.itemId(), draftVersion, answers, act.comment(), proof);
    }

    void thank(ItemView item, Act act, String author) {}

    private boolean isAsked(ItemView item, Act act) {
        return decision(act) == Decision.ASK
                && reviews.questions(item.itemId()).stream()
                        .anyMatch(question -> question.text().equals(act.comment()));
    }

    private static Stage stage(Act act) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.code().equals(act.kind()))
                .findFirst()
                .orElseThrow();
    }

    private static Decision decision(Act act) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.code().equals(act.decision()))
                .findFirst()
                .orElseThrow();
    }

    private static TriageOutcome outcome(Act act) {
        return Arrays.stream(TriageOutcome.values())
                .filter(outcome -> outcome.code().equals(act.triage()))
                .findFirst()
                .orElseThrow();
    }
}
