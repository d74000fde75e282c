package dev.baton.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A lead calls, people join and pick, what they tell is counted. */
class CallsIT extends PlayedOverHttp {

    @Test
    void peopleJoinPickTellAndTheCountGrows() {
        var transfer = startedTransfer("Called");
        var call = json(publish("lead", transfer, "Cold mornings", firstStep(transfer), tomorrow()))
                .path("id")
                .asText();
        assertThat(publish("expert1", transfer, "Mine", firstStep(transfer), tomorrow())
                        .statusCode())
                .isEqualTo(403);
        assertThat(ok(call("expert1", "POST", "/api/calls/" + call + "/join", null))
                        .path("people"))
                .hasSize(1);
        assertThat(ok(call("expert1", "POST", "/api/calls/" + call + "/join", null))
                        .path("people"))
                .as("joined once")
                .hasSize(1);
        assertThat(call("receiver1", "POST", "/api/calls/" + call + "/join", null)
                        .statusCode())
                .isEqualTo(403);
        var before = captures("expert2", transfer);
        var picked = pick("expert2", call, firstStep(transfer), "Warm the tray");
        assertThat(picked.statusCode()).as(picked.body()).isEqualTo(201);
        assertThat(pick("expert2", call, "nowhere", "x").statusCode()).isEqualTo(422);
        assertThat(pick("expert2", call, firstStep(transfer), " ").statusCode()).isEqualTo(422);
        var task = captures("expert2", transfer).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        assertThat(open("expert2", task).at("/content/items/0/title").asText()).isEqualTo("Warm the tray");
        assertThat(one(call).path("told").asInt()).isZero();

        write("expert2", task, "Warm the tray", "no");
        signed(end("expert2", task, decision("submit")));
        assertThat(one(call).path("told").asInt()).isEqualTo(1);
        assertThat(one(call).path("people")).hasSize(2);
        var browser = new Browser(url("")).login("expert3", DEMO_PASSWORD);
        assertThat(browser.ask("GET", "/calls/" + call, null).body())
                .contains("contribution is told; 2 people joined", "Warm the tray");
        assertThat(browser.ask("GET", "/", null).body()).contains("Cold mornings");
    }

    @Test
    void aCallHasStepsADayAndAnEnd() {
        var transfer = startedTransfer("Called once");
        assertThat(publish("lead", transfer, "", firstStep(transfer), tomorrow())
                        .statusCode())
                .isEqualTo(422);
        assertThat(publish("lead", transfer, "x", "nowhere", tomorrow()).statusCode())
                .isEqualTo(422);
        assertThat(publish("lead", transfer, "x", firstStep(transfer), "2020-01-01")
                        .statusCode())
                .isEqualTo(422);
        var call = json(publish("lead", transfer, "x", firstStep(transfer), tomorrow()))
                .path("id")
                .asText();
        assertThat(call("lead", "POST", "/api/calls/" + call + "/close", "{}").statusCode())
                .isEqualTo(422);
        ok(call("lead", "POST", "/api/calls/" + call + "/close", "{\"reason\":\"The line stops earlier.\"}"));
        assertThat(call("expert1", "POST", "/api/calls/" + call + "/join", null).statusCode())
                .isEqualTo(409);
    }

    private JsonNode one(String call) {
        return ok(call("quality", "GET", "/api/calls/" + call, null));
    }

    private HttpResponse<String> pick(String who, String call, String step, String title) {
        var body = JSON.createObjectNode().put("step", step).put("title", title);
        return call(who, "POST", "/api/calls/" + call + "/contributions", body.toString());
    }

    private HttpResponse<String> publish(String who, String transfer, String theme, String step, String until) {
        var body = JSON.createObjectNode().put("theme", theme).put("until", until);
        body.putArray("steps").add(step);
        return call(who, "POST", "/api/transfers/" + transfer + "/calls", body.toString());
    }

    private static String tomorrow() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    }
}
