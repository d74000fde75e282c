package dev.baton.notification;

import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskAudience;
import dev.baton.workflow.WorkflowEvent.TaskOpened;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails a new task at once to whoever did not open it themselves. In Baton it stands among their tasks. */
@Component
@ConditionalOnProperty("spring.mail.host")
class TaskMail {

    /** Tasks whose news has words of its own. */
    private static final Set<String> TOLD_OTHERWISE = Set.of("rework", "arbitration", "step-taking");

    private final MailOutbox outbox;
    private final TaskAudience audience;
    private final Names names;
    private final TaskWords words;
    private final Transfers transfers;
    private final MessageSource messages;

    TaskMail(
            MailOutbox outbox,
            TaskAudience audience,
            Names names,
            TaskWords words,
            Transfers transfers,
            MessageSource messages) {
        this.audience = audience;
        this.outbox = outbox;
        this.names = names;
        this.words = words;
        this.transfers = transfers;
        this.messages = messages;
    }

    @ApplicationModuleListener
    void on(TaskOpened event) {
        if (TOLD_OTHERWISE.contains(event.kind())) {
            return;
        }
        var site = transfers.known(event.transferId()).receivingSite();
        for (var person : audience.of(event)) {
            var language = names.languageOf(person);
            var about =
                    said(words.about(event.about(), words.knownTo(person, event.itemId()), event.stepId()), language);
            var sentence =
                    messages.getMessage("home.needs." + event.kind(), new Object[] {site, about}, about, language);
            var news = new News("task-opened", "task:" + event.taskId(), "/tasks/" + event.taskId(), List.of(sentence));
            outbox.put(person, news.about(event.itemId()).askingFor(event.taskId()));
        }
    }

    private String said(Object about, Locale language) {
        return about instanceof Word word
                ? messages.getMessage(word.code(), word.args().toArray(), language)
                : about.toString();
    }
}
