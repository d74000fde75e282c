package dev.baton.workflow;

import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.review.BenchQuestions;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.ReviewEvent.HoldLifted;
import dev.baton.verification.VerificationEvent;
import dev.baton.verification.VerificationEvent.RunClosed;
import dev.baton.verification.VerificationEvent.StepPractised;
import dev.baton.verification.VerificationEvent.TextQuestioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what happens at the receiving site to where it goes on, and what is approved to the bench; in one transaction. */
@Component
class VerificationListener {

    private final BenchQuestions questions;
    private final DemonstrationProcess demonstrations;
    private final Items items;

    VerificationListener(BenchQuestions questions, DemonstrationProcess demonstrations, Items items) {
        this.questions = questions;
        this.demonstrations = demonstrations;
        this.items = items;
    }

    @EventListener
    void on(VerificationEvent event) {
        if (event instanceof TextQuestioned asked) {
            questions.ask(asked.itemId(), asked.version(), asked.text());
        } else if (event instanceof RunClosed || event instanceof StepPractised) {
            demonstrations.follow(event.stepId());
        }
    }

    @EventListener
    void on(Approved event) {
        follow(event.itemId());
    }

    @EventListener
    void on(HoldLifted event) {
        follow(event.itemId());
    }

    @EventListener
    void on(ItemWithdrawn event) {
        follow(event.itemId());
    }

    private void follow(ItemId item) {
        demonstrations.follow(items.head(item).stepId());
    }
}
