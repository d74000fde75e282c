package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.support.PlayedOverHttp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Nobody waits for somebody who is away or has left, and nobody takes two places by standing in. */
class AbsenceIT extends PlayedOverHttp {

    @Test
    void whatSomebodyHasTakenGoesOnWithoutThemAndTheLeadIsTold() {
        hire("away-peer", "Peer Away", "California", "expert");
        hire("stand-in", "Stan Din", "California", "expert");
        var transfer = importTransfer("Somebody is away");
        changeTeam(transfer, "expert1", "stand-in", "away-peer");
        start(transfer);
        var mine = tell(transfer, "expert1", "To be read by who stands in");
        var theirs = tell(transfer, "stand-in", "Not to be read by its author");
        ok(call("away-peer", "POST", "/api/tasks/" + task("away-peer", mine, "peer-review") + "/claim", null));
        ok(call("away-peer", "POST", "/api/tasks/" + task("away-peer", theirs, "peer-review") + "/claim", null));
        assertThat(findTask("stand-in", mine, "peer-review")).isEmpty();

        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(away("away-peer", today.minusDays(3), today, "stand-in")).isEqualTo(422);
        assertThat(away("away-peer", today.plusDays(1), today, null)).isEqualTo(422);
        assertThat(away("away-peer", today, today.plusDays(9), "receiver1"))
                .as("another role")
                .isEqualTo(422);
        assertThat(away("away-peer", today.minusDays(1), today.plusDays(9), "stand-in"))
                .isIn(201, 422);
        if (call("away-peer", "GET", "/api/me/absences", null).body().contains("\"items\":[]")) {
            assertThat(away("away-peer", today, today.plusDays(9), "stand-in")).isEqualTo(201);
        }

        assertThat(open("stand-in", task("stand-in", mine, "peer-review"))
                        .path("assignee")
                        .asText())
                .as("who stands in has it")
                .isEqualTo("stand-in");
        assertThat(findTask("stand-in", theirs, "peer-review"))
                .as("but never their own")
                .isEmpty();
        assertThat(open("expert1", task("expert1", theirs, "peer-review"))
                        .path("assignee")
                        .isNull())
                .as("that one is open to the others")
                .isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> notices("lead").stream()
                .anyMatch(notice -> notice.path("text").asText().contains("Peer Away is away or has left: 2")));

        // A question of somebody who is away comes back to who stands in, or to the group.
        var absence = ok(call("away-peer", "GET", "/api/me/absences", null))
                .at("/items/0/id")
                .asText();
        assertThat(call("expert1", "DELETE", "/api/me/absences/" + absence + "?reason=not-mine", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("away-peer", "DELETE", "/api/me/absences/" + absence + "?reason=back", null)
                        .statusCode())
                .isEqualTo(204);

        // Somebody leaves: their account is closed.
        ok(call("expert1", "POST", "/api/tasks/" + task("expert1", theirs, "peer-review") + "/claim", null));
        ok(call("expert1", "POST", "/api/tasks/" + task("expert1", theirs, "peer-review") + "/release", null));
        ok(call("away-peer", "POST", "/api/tasks/" + task("away-peer", theirs, "peer-review") + "/claim", null));
        ok(call("admin", "PATCH", "/api/people/away-peer", "{\"enabled\":false,\"reason\":\"left the company\"}"));
        assertThat(open("expert1", task("expert1", theirs, "peer-review"))
                        .path("assignee")
                        .isNull())
                .isTrue();
    }

    private int away(String who, LocalDate from, LocalDate until, String delegate) {
        var body = JSON.createObjectNode()
                .put("from", from.toString())
                .put("until", until.toString())
                .put("delegate", delegate);
        return call(who, "POST", "/api/me/absences", body.toString()).statusCode();
    }
}
