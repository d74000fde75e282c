package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.identity.Clocks;
import dev.baton.support.MailCatcher;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.SteppedClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be read is reminded of once before, once at its day, then weekly, until it is signed. Days pass by the clock. */
class TrainingNewsIT extends PlayedOverHttp {

    @Autowired
    private TrainingNews news;

    @Autowired
    private MailSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext baton;

    private final String reader = "reader-" + UUID.randomUUID().toString().substring(0, 8);
    private String transfer = "";

    @AfterEach
    void backToNow() {
        SteppedClock.setWrongBy(Duration.ZERO);
        // The watch may have looked while it was later.
        Clocks.compare(baton);
    }

    @Test
    void whatIsToBeReadIsRemindedOfUntilItIsSigned() {
        hire(reader, "Rita Reader", "Liverpool", "receiver");
        transfer = startedTransfer("Reminded");
        var item = tell(transfer, "expert1", "To be read in time");
        approve(item);

        onDay(0);
        onDay(10);
        assertThat(reminders()).as("more than three days before").isEmpty();
        onDay(12);
        onDay(13);
        assertThat(reminders()).containsExactly("reading-soon");
        onDay(14);
        onDay(20);
        assertThat(reminders()).as("once at its day").containsExactly("reading-due", "reading-soon");
        onDay(21);
        onDay(22);
        assertThat(reminders())
                .as("a week after it")
                .startsWith("reading-overdue")
                .hasSize(3);
        onDay(42);
        assertThat(reminders()).as("after a pause the latest alone").hasSize(4);
        onDay(49);
        assertThat(reminders()).as("weekly").hasSize(5);
        assertThat(sentences()).allMatch(text -> text.contains("To be read in time"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(mailed()).isEqualTo(5));
        assertThat(MailCatcher.to(settings.addressOf(reader)))
                .anyMatch(mail -> mail.text().contains("“To be read in time” has been overdue since"));

        quietUntil("23:59");
        onDay(56);
        assertThat(reminders()).as("held through the night").hasSize(6);

        SteppedClock.setWrongBy(Duration.ZERO);
        Clocks.compare(baton);
        var sign = JSON.createObjectNode()
                .put("version", 1)
                .put("username", reader)
                .put("password", passwordOf(reader));
        ok(call(reader, "POST", "/api/items/" + item + "/read", sign.toString()));
        SteppedClock.setWrongBy(Duration.ofDays(57));
        quietUntil("00:00");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(dropped()).as("read by the morning").isEqualTo(1));
        assertThat(mailed()).isEqualTo(5);
        onDay(63);
        assertThat(reminders()).as("read").hasSize(6);
        assertThat(notices("receiver1").toString())
                .as("whoever was instructed in person is not reminded")
                .doesNotContain("To be read in time” has been overdue");
    }

    private void quietUntil(String hour) {
        var wish = JSON.createObjectNode()
                .put("personal", true)
                .put("together", true)
                .put("weekly", true)
                .put("quietFrom", "00:00")
                .put("quietUntil", hour)
                .put("zone", "UTC");
        ok(call(reader, "PUT", "/api/me/mail", wish.toString()));
    }

    private void onDay(int day) {
        SteppedClock.setWrongBy(Duration.ofDays(day));
        news.remind();
        news.remind();
    }

    /** Kinds of the reader's reminders, the newest first. */
    private List<String> reminders() {
        return notices(reader).stream()
                .map(notice -> notice.path("kind").asText())
                .filter(kind -> kind.startsWith("reading"))
                .toList();
    }

    private List<String> sentences() {
        return notices(reader).stream()
                .filter(notice -> notice.path("kind").asText().startsWith("reading"))
                .map(JsonNode::toString)
                .toList();
    }

    /** How many reminders were not sent because they asked for nothing any more. */
    private int dropped() {
        return jdbc.sql("select count(*) from mail_outbox where username = ? and source like 'reading:%'"
                        + " and dropped = 'done'")
                .param(reader)
                .query(Integer.class)
                .single();
    }

    /** How many reminders have gone out by mail. */
    private int mailed() {
        return jdbc.sql("select count(*) from mail_outbox where username = ? and source like 'reading:%'"
                        + " and sent_at is not null")
                .param(reader)
                .query(Integer.class)
                .single();
    }
}
