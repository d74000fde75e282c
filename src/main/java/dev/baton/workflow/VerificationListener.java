package dev.baton.workflow;

import dev.baton.review.BenchQuestions;
import dev.baton.verification.VerificationEvent;
import dev.baton.verification.VerificationEvent.TextQuestioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what happens at the receiving site to where it goes on, in the same transaction. */
@Component
class VerificationListener {

    private final BenchQuestions questions;

    VerificationListener(BenchQuestions questions) {
        this.questions = questions;
    }

    @EventListener
    void on(VerificationEvent event) {
        if (event instanceof TextQuestioned asked) {
            questions.ask(asked.itemId(), asked.version(), asked.text());
        }
    }
}
