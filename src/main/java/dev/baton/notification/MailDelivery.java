package dev.baton.notification;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Sends each notice as a plain mail too. A mail server that is away breaks nothing: the publication stays incomplete in
 * the event registry and is tried again.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailDelivery {

    private final JavaMailSender mail;
    private final MailSettings settings;
    private final MessageSource messages;
    private final MailLog log;

    MailDelivery(JavaMailSender mail, MailSettings settings, MessageSource messages, MailLog log) {
        this.mail = mail;
        this.settings = settings;
        this.messages = messages;
        this.log = log;
    }

    @ApplicationModuleListener
    void on(NoticePosted notice) {
        if (log.isSent(notice.id())) {
            return;
        }
        var sentence = messages.getMessage(notice.messageKey(), notice.args().toArray(), Locale.ENGLISH);
        var link = notice.link() == null ? "" : settings.portal() + notice.link();
        var message = new SimpleMailMessage();
        message.setFrom(settings.addressOf(settings.from()));
        message.setTo(settings.addressOf(notice.username()));
        message.setSubject(subject(sentence));
        message.setText(messages.getMessage("mail.body", new Object[] {sentence, link}, Locale.ENGLISH));
        mail.send(message);
        log.sent(notice.id());
    }

    /** One line of at most 120 characters: a title may hold line breaks, a mail header may not. */
    private static String subject(String sentence) {
        var line = sentence.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= 120
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 119)) + "…";
    }
}
