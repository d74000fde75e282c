package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.MailCatcher;
import dev.baton.support.PlayedOverHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While the mail server is away everything else goes on; when it is back each mail comes, and comes once. */
class MailOutboxIT extends PlayedOverHttp {

    private static final String EXPERT = "expert3@baton.local";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private OutboxRetry outbox;

    @Autowired
    private MailSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private String address = EXPERT;
    private String item = "";
    private boolean away;

    @BeforeEach
    void tellSomething() {
        address = settings.addressOf("expert3");
        item = tell(startedTransfer("Mail"), "expert3", "Mailed about");
    }

    @AfterEach
    void bringBack() {
        if (away) {
            MailCatcher.back();
        }
    }

    @Test
    void aMailIsNotLostWhileItsServerIsAwayAndNotSentTwice() {
        await(() -> waiting() == 0);
        MailCatcher.away();
        away = true;

        var thanked = call("receiver1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"Well seen.\"}");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        await(() -> notices("expert3").stream()
                .anyMatch(notice -> notice.path("text").asText().contains("Mailed about")));
        await(() -> waiting() > 0);

        letTimePass();
        outbox.retry();
        MailCatcher.back();
        away = false;
        letTimePass();
        outbox.retry();
        await(() -> waiting() == 0);
        assertThat(mails()).isEqualTo(1);

        letTimePass();
        outbox.retry();
        await(() -> waiting() == 0);
        assertThat(mails()).as("a repeat sends nothing").isEqualTo(1);
    }

    private long mails() {
        return MailCatcher.subjectsTo(address).stream()
                .filter(subject -> subject.contains("thanked you for"))
                .count();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null"
                        + " and listener_id like '%MailDelivery%'")
                .query(Integer.class)
                .single();
    }

    /** What the outbox holds is tried again only after it has settled. */
    private void letTimePass() {
        jdbc.sql("update event_publication set publication_date = publication_date - interval '5 minutes'"
                        + " where completion_date is null")
                .update();
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plus(PATIENCE);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
