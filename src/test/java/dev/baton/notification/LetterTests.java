package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.baton.notification.Letter.Line;
import dev.baton.notification.Letter.Part;
import dev.baton.support.MailCatcher;
import dev.baton.support.MailCatcher.Mail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters over SMTP, as their readers have them. Copies stay in target/mails to look at. */
class LetterTests {

    private static final UUID TOKEN = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final String HOSTILE = "<script>alert(1)</script> & [[${7*7}]] \"quoted\"";

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private LetterPress press;

    @BeforeEach
    void connect() {
        server.start();
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/mail");
        words.setDefaultEncoding("UTF-8");
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        var settings = new MailSettings(
                "plant.example", "baton", "https://baton.example", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        press = new LetterPress(
                sender, settings, words, Clock.fixed(Instant.parse("2026-05-04T16:20:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void oneNoticeIsASentenceAndAButtonInTextAndInHtml() throws Exception {
        var mail = sent(letter("Rita Receiver thanked you for “Candle twice”.", List.of(), TOKEN), "one");

        assertThat(mail.subject()).isEqualTo("Rita Receiver thanked you for “Candle twice”.");
        assertThat(mail.message().getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("expert1@plant.example");
        assertThat(mail.message().getFrom())
                .extracting(Object::toString)
                .containsExactly("Baton <baton@plant.example>");
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        assertThat(mail.text()).contains("https://baton.example/items/1#thanks", "https://baton.example/mail/off/");
        assertThat(mail.html()).contains("href=\"https://baton.example/items/1#thanks\"");
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<https://baton.example/mail/off/" + TOKEN + ">");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.message().getSentDate()).isEqualTo(Instant.parse("2026-05-04T16:20:00Z"));
    }

    @Test
    void whatIsADutyCannotBeUnsubscribed() throws Exception {
        var mail = sent(letter("A task waits for you.", List.of(), null), "duty");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
        assertThat(mail.text() + mail.html()).doesNotContain("/mail/off/").contains("https://baton.example/mail");
    }

    @Test
    void aLetterOfSeveralPartsFetchesNothingAndKnowsTheDark() throws Exception {
        var parts = List.of(
                new Part(
                        "Who needs you",
                        List.of(
                                new Line("Tell what you know: 8.2 Candle the eggs", "by 12 May", "/tasks/1"),
                                new Line("3 more in Baton", "/"))),
                new Part(
                        "Whose thanks you got",
                        List.of(new Line("“You saved us a batch.”", "Rita Receiver, for “Candle twice”", "/items/1"))),
                new Part("What moved", List.of(new Line(HOSTILE, "Of 24 steps, 11 are told.", null))));
        var mail = sent(letter("Your week, Expert One", parts, TOKEN), "week");

        assertThat(mail.html())
                .contains("prefers-color-scheme: dark", "name=\"color-scheme\" content=\"light dark\"")
                .contains("&lt;script&gt;", "[[${7*7}]]")
                .doesNotContain("<img", "src=", "url(", "@import", "<link", "<script");
        assertThat(mail.text())
                .contains(HOSTILE, "Who needs you", "- Tell what you know: 8.2 Candle the eggs\n  by 12 May\n  https:");
    }

    @Test
    void lineBreaksInATitleNeverReachAHeader() throws Exception {
        var subject = LetterWriter.subject("Candle\r\nBcc: all@plant.example\u0000");
        assertThat(subject).isEqualTo("Candle Bcc: all@plant.example");
        var mail = sent(letter("Candle\r\nBcc: all@plant.example", List.of(), null), "header");
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLongTitleIsCutInTheSubject() {
        assertThat(LetterWriter.subject("ä".repeat(300))).hasSize(120).endsWith("…");
        assertThat(LetterWriter.subject("𝛑".repeat(300)).codePoints()).hasSize(120);
    }

    @Test
    void theSameLetterHasTheSameNameHoweverOftenItIsSent() throws Exception {
        var letter = letter("A task waits for you.", List.of(), null);
        press.send(letter);
        press.send(letter);
        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> assertThat(mail.getMessageID())
                .isEqualTo("<" + letter.id() + "@plant.example>"));
    }

    @Test
    void aServerThatIsAwayIsAFault() {
        sender.setPort(1);
        assertThatThrownBy(() -> press.send(letter("Candle twice", List.of(), null)))
                .isInstanceOf(MailException.class);
    }

    private Mail sent(Letter letter, String name) throws Exception {
        press.send(letter);
        var mail = MailCatcher.read(server.getReceivedMessages()[0]);
        var folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
        return mail;
    }

    private static Letter letter(String title, List<Part> parts, @Nullable UUID token) {
        return new Letter(
                UUID.randomUUID(),
                "expert1",
                Locale.ENGLISH,
                LetterWriter.subject(title),
                title,
                parts,
                "/items/1#thanks",
                "You get this because it is about what you gave.",
                token);
    }
}
