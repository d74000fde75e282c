package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Notices as mail, against a mail server in memory. */
class MailDeliveryTests {

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private MailDelivery delivery;

    @BeforeEach
    void connect() {
        server.start();
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/review");
        messages.setDefaultEncoding("UTF-8");
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        var settings = new MailSettings("plant.example", "baton", "https://baton.example");
        delivery = new MailDelivery(sender, settings, messages, new InMemory());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aNoticeArrivesWithItsSentenceAndLink() throws Exception {
        delivery.on(notice("Candle twice"));
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Rita Receiver thanked you for “Candle twice”.");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("expert1@plant.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("baton@plant.example");
        assertThat(GreenMailUtil.getBody(mail)).contains("https://baton.example/items/1#thanks");
    }

    @Test
    void lineBreaksInATitleNeverReachTheHeader() throws Exception {
        delivery.on(notice("Candle\r\nBcc: all@plant.example"));
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).doesNotContain("\n");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLongTitleIsCutInTheSubjectOnly() throws Exception {
        delivery.on(notice("ä".repeat(300)));
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).hasSize(120).endsWith("…");
    }

    @Test
    void aServerThatIsAwayIsReportedToTheRegistry() {
        sender.setPort(1);
        assertThatThrownBy(() -> delivery.on(notice("Candle twice"))).isInstanceOf(MailException.class);
    }

    @Test
    void aNoticeThatComesTwiceIsMailedOnce() {
        var notice = notice("Candle twice");
        delivery.on(notice);
        delivery.on(notice);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private static NoticePosted notice(String title) {
        return new NoticePosted(
                UUID.randomUUID(), "expert1", "notice.thanked", List.of("Rita Receiver", title), "/items/1#thanks");
    }

    private static final class InMemory extends MailLog {

        private final Set<UUID> sent = new HashSet<>();

        InMemory() {
            super(null, null);
        }

        @Override
        boolean isSent(UUID notice) {
            return sent.contains(notice);
        }

        @Override
        void sent(UUID notice) {
            sent.add(notice);
        }
    }
}
