package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.support.PlayedOverHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An expert says when they leave after the transfer was started: what they are asked is due before their last day. */
class LeavingIT extends PlayedOverHttp {

    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    @Test
    void openTasksOfWhoLeavesAreDueBeforeTheirLastDayAndNeverPutOff() {
        hire("leaver", "Lea Ver", "California", "expert");
        hire("stayer", "Stan Stay", "California", "expert");
        var transfer = startedWith("leaver", "stayer");
        var first = begin(transfer, "leaver");
        var second = begin(transfer, "leaver");
        var others = begin(transfer, "stayer");
        var before = due(others);
        var today = LocalDate.now(CALIFORNIA);

        leave("leaver", today.plusDays(5), null);

        for (var task : List.of(first, second)) {
            assertThat(due(task).atZone(CALIFORNIA).toLocalDate()).isEqualTo(today.plusDays(4));
            assertThat(due(task).atZone(CALIFORNIA).toLocalTime()).isEqualTo(LocalTime.of(17, 0));
            assertThat(Instant.parse(open("leaver", task).path("dueAt").asText()))
                    .as("the product says what the engine says")
                    .isEqualTo(due(task));
            assertThat(tasks.getVariableLocal(task, "due"))
                    .as("and so does the card, by the expert's day")
                    .isEqualTo(today.plusDays(4).toString());
            assertThat(timer(task, "BoundaryEvent_CaptureDueSoon").getDuedate().toInstant())
                    .as("reminded in time")
                    .isEqualTo(due(task).minus(Duration.ofDays(1)));
            assertThat(timer(task, "BoundaryEvent_CaptureOverdue").getDuedate().toInstant())
                    .isEqualTo(due(task).plus(Duration.ofDays(14)));
        }
        assertThat(due(others)).as("somebody else's").isEqualTo(before);
        assertThat(trailed(transfer)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("userName").asText()).isEqualTo("leaver");
            assertThat(entry.path("oldValue").asText()).isNotEmpty();
            assertThat(entry.path("reason").asText()).contains("before the last day");
        });
        await().atMost(SOON)
                .until(() -> says("leaver", "before your last day, 2 of your tasks", transfer)
                        && says("lead", "Lea Ver is going to leave: 2 of their tasks", transfer));

        var moved = due(first);
        leave("leaver", today.plusDays(60), "A later day");
        assertThat(due(first)).as("never put off").isEqualTo(moved);
        leave("leaver", null, "I stay after all");
        assertThat(due(first)).as("nothing moves back").isEqualTo(moved);
        assertThat(trailed(transfer)).hasSize(2);
    }

    @Test
    void theLeadSaysItForThemAndNothingIsDueInThePast() {
        hire("gone-soon", "Gus Soon", "California", "expert");
        var transfer = startedWith("gone-soon");
        var task = begin(transfer, "gone-soon");
        var today = LocalDate.now(CALIFORNIA);

        leadSays(transfer, "gone-soon", today);

        assertThat(due(task)).isAfter(Instant.now());
        assertThat(due(task).atZone(CALIFORNIA).toLocalDate()).isBetween(today.plusDays(1), today.plusDays(2));
        assertThat(trailed(transfer))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("userName").asText()).isEqualTo("lead"));
        await().atMost(SOON).until(() -> says("gone-soon", "before your last day, 1 of your tasks", transfer));
        leave("gone-soon", today.plusDays(1), "A day later");
        leave("gone-soon", today, "Today it is, where they work");
    }

    @Test
    void whatIsAskedInAnotherTransferThatTheyDoNotLeaveStays() {
        hire("half-leaver", "Hal Leaver", "California", "expert");
        var left = startedWith("half-leaver");
        var kept = startedWith("half-leaver");
        var here = begin(left, "half-leaver");
        var there = begin(kept, "half-leaver");
        var before = due(there);

        leadSays(left, "half-leaver", LocalDate.now(CALIFORNIA).plusDays(4));

        assertThat(due(here)).isBefore(before);
        assertThat(due(there)).isEqualTo(before);
    }

    private String startedWith(String... experts) {
        var transfer = importTransfer("Leaving " + UUID.randomUUID());
        changeTeam(transfer, experts);
        start(transfer);
        return transfer;
    }

    private void leave(String who, LocalDate on, String reason) {
        var said = JSON.createObjectNode()
                .put("leavingDate", on == null ? null : on.toString())
                .put("reason", reason);
        ok(call(who, "PUT", "/api/me/leaving", said.toString()));
    }

    private void leadSays(String transfer, String who, LocalDate on) {
        var team = ok(call("lead", "GET", "/api/transfers/" + transfer + "/team", null));
        team.forEach(member -> {
            if (member.path("username").asText().equals(who)) {
                ((ObjectNode) member).put("leavingDate", on.toString());
            }
        });
        ok(call("lead", "PUT", "/api/transfers/" + transfer + "/team?reason=they-told-me", team.toString()));
    }

    private Instant due(String task) {
        var due = tasks.createTaskQuery().taskId(task).singleResult().getDueDate();
        return new Date(due.getTime()).toInstant();
    }

    private Job timer(String task, String event) {
        return jobs.createJobQuery()
                .processInstanceId(
                        tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId())
                .activityId(event)
                .singleResult();
    }

    private boolean says(String who, String words, String transfer) {
        var name = ok(call("lead", "GET", "/api/transfers/" + transfer, null))
                .path("name")
                .asText();
        return notices(who).stream()
                .map(notice -> notice.path("text").asText())
                .anyMatch(text -> text.contains(words) && text.contains(name));
    }

    private List<JsonNode> trailed(String transfer) {
        var page =
                ok(call("quality", "GET", "/api/transfers/" + transfer + "/audit-trail?act=changed&limit=200", null));
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(entry -> entry.path("field").asText().equals("dueAt"))
                .toList();
    }
}
