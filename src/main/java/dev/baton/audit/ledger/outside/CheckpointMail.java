package dev.baton.audit.ledger.outside;

import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.PublishedKey;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends a checkpoint to an address from which nothing can be taken back. */
final class CheckpointMail {

    private final JavaMailSender mail;
    private final MessageSource messages;

    CheckpointMail(JavaMailSender mail, MessageSource messages) {
        this.mail = mail;
        this.messages = messages;
    }

    /**
     * Sends it.
     *
     * @throws org.springframework.mail.MailException when the mail server does not take it
     */
    void send(String from, String to, Checkpoint checkpoint, PublishedKey key) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(words("ledger.mail.subject", String.valueOf(checkpoint.size()), checkpoint.moment()));
        message.setText(
                words("ledger.mail.body", checkpoint.text(), checkpoint.signature(), key.keyId(), key.publicKey()));
        mail.send(message);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.ENGLISH);
    }
}
