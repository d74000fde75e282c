package dev.baton.workflow;

import dev.baton.Refusal;
import dev.baton.review.Stage;
import dev.baton.verification.Training;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands against somebody taking a task in Tasklist, beyond whose it is. */
@Component
class ClaimRules implements EngineGuard.Claims {

    private final TaskDirectory directory;
    private final Training training;
    private final MessageSource messages;

    ClaimRules(TaskDirectory directory, Training training, MessageSource messages) {
        this.directory = directory;
        this.training = training;
        this.messages = messages;
    }

    @Override
    public @Nullable String objection(String taskId, String username) {
        var task = directory.find(taskId);
        if (task.isEmpty()
                || task.get().kind().stage().filter(Stage::isForReceiving).isEmpty()) {
            return null;
        }
        try {
            training.requireReview(task.get().transferId(), username);
            return null;
        } catch (Refusal refusal) {
            return messages.getMessage(
                    refusal.messageKey(), refusal.args().toArray(), refusal.messageKey(), Locale.ENGLISH);
        }
    }
}
