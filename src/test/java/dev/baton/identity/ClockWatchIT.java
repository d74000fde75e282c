package dev.baton.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.PlayedOverHttp;
import dev.baton.support.SteppedClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** While the product's clock and the database's differ by more than two seconds nothing is signed. */
class ClockWatchIT extends PlayedOverHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    private ClockWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void setRight() {
        SteppedClock.setWrongBy(Duration.ZERO);
        watch.look();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, -5, 3600, -86_400})
    void signingStopsWithASentenceAndGoesOnWhenTheClocksAgree(long seconds) {
        var item = tell(startedTransfer("Clocks " + seconds), "expert1", "When was it signed");
        var task = task("expert2", item, "peer-review");
        var alarms = alarms("quality") + alarms("admin");

        SteppedClock.setWrongBy(Duration.ofSeconds(seconds));
        watch.look();

        var refused = end("expert2", task, decision("accept"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("clock", "Nothing was signed");
        assertThat(health()).isEqualTo(503);
        assertThat(item(item).path("signatures")).hasSize(1);
        decide("expert2", item, "peer-review", "ask");
        var until = Instant.now().plus(PATIENCE);
        while (alarms("quality") + alarms("admin") < alarms + 2) {
            assertThat(Instant.now())
                    .as("an alarm for quality and for the administrator")
                    .isBefore(until);
        }
        assertThat(jdbc.sql("select act from audit_entry where record_type = 'clock' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("clocks-differ");

        SteppedClock.setWrongBy(Duration.ZERO);
        watch.look();

        assertThat(health()).isEqualTo(200);
        answer("expert1", item);
        decide("expert2", item, "peer-review", "accept");
        assertThat(item(item).path("signatures")).hasSize(2);
    }

    @Test
    void aSecondIsWithinWhatClocksMayDiffer() {
        var item = tell(startedTransfer("Clocks within"), "expert1", "Signed a second early");
        SteppedClock.setWrongBy(Duration.ofMillis(-1_000));
        watch.look();
        decide("expert2", item, "peer-review", "accept");
        assertThat(health()).isEqualTo(200);
    }

    private long alarms(String who) {
        return notices(who).stream()
                .filter(notice -> notice.path("kind").asText().equals("clocks-differ"))
                .count();
    }

    private int health() {
        return send(HttpRequest.newBuilder(URI.create(url("/actuator/health"))).build())
                .statusCode();
    }
}
