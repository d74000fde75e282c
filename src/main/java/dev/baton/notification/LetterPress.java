package dev.baton.notification;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a letter into its form, text and HTML in one mail, and hands it to the mail server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class LetterPress {

    private static final String UTF8 = StandardCharsets.UTF_8.name();

    static {
        // Found once: else every part of every mail searches the whole class path for who writes it.
        var found = StreamProvider.provider().getClass().getName();
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), found);
        }
    }

    private final JavaMailSender mail;
    private final MailSettings settings;
    private final Clock clock;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    LetterPress(JavaMailSender mail, MailSettings settings, MessageSource messages, Clock clock) {
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(templates(".html", TemplateMode.HTML));
        engine.addTemplateResolver(templates(".txt", TemplateMode.TEXT));
    }

    /**
     * Sends the letter.
     *
     * @throws org.springframework.mail.MailException when the server is away or does not take it
     */
    void send(Letter letter) {
        var message = new Named(mail.createMimeMessage(), letter.id() + "@" + settings.domain());
        try {
            message.setFrom(new InternetAddress(settings.addressOf(settings.from()), "Baton", UTF8));
            message.setRecipient(RecipientType.TO, new InternetAddress(settings.addressOf(letter.to())));
            message.setSubject(letter.subject(), UTF8);
            message.setSentDate(Date.from(clock.instant()));
            message.setContent(new MimeMultipart(
                    "alternative",
                    part(render("letter.txt", letter), "plain"),
                    part(render("letter.html", letter), "html")));
            // Nobody's automatic answer comes back (RFC 3834).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            var off = off(letter);
            if (off != null) {
                message.setHeader("List-Unsubscribe", "<" + off + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailParseException("A mail to " + letter.to() + " cannot be written", e);
        }
        mail.send(message);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF8, subtype);
        return part;
    }

    /** The letter as text or as HTML. */
    String render(String template, Letter letter) {
        var context = new Context(letter.language());
        context.setVariable("letter", letter);
        context.setVariable("portal", settings.portal());
        context.setVariable("off", off(letter));
        return engine.process(template, context);
    }

    private @Nullable String off(Letter letter) {
        return letter.token() == null ? null : settings.portal() + "/mail/off/" + letter.token();
    }

    private static ClassLoaderTemplateResolver templates(String suffix, TemplateMode mode) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("mail/");
        templates.setResolvablePatterns(Set.of("*" + suffix));
        templates.setTemplateMode(mode);
        templates.setCharacterEncoding(UTF8);
        return templates;
    }

    /** A message that keeps the name it was given: servers and readers know by it what they have already. */
    private static final class Named extends MimeMessage {

        private final String name;

        Named(MimeMessage in, String name) {
            super(in.getSession());
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }
}
