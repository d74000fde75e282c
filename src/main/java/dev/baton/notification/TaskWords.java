package dev.baton.notification;

import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.DutyTitle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What notices and mail call a task. */
@Component
class TaskWords {

    private final Names names;
    private final Transfers transfers;
    private final MessageSource messages;

    TaskWords(Names names, Transfers transfers, MessageSource messages) {
        this.names = names;
        this.transfers = transfers;
        this.messages = messages;
    }

    /** What is to be done, by the code of its kind. */
    static Word kind(String code) {
        return new Word("notice.task." + code);
    }

    /** Whoever is to tell first hears of the step, not of what a colleague called it. */
    @Nullable
    ItemId knownTo(String person, @Nullable ItemId item) {
        return item != null && names.mayKnow(item, person) ? item : null;
    }

    /** What it is about, as a text or a {@link Word}: what a duty says, the item's title, or the step. */
    Object about(String about, @Nullable ItemId item, @Nullable StepId stepId) {
        if (stepId == null || !about.isEmpty()) {
            return DutyTitle.of(messages, about)
                    .<Object>map(title -> new Word(title.key(), title.args()))
                    .orElse(about);
        }
        if (item != null) {
            return names.title(item);
        }
        var step = transfers.step(stepId);
        return step.number() + " " + step.name();
    }
}
