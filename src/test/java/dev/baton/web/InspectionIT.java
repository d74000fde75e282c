package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.Browser;
import dev.baton.support.RunningBaton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An auditor sees everything within the scope and time given, changes nothing, and every look is an entry. */
class InspectionIT extends RunningBaton {

    private static final String PASSWORD = "Quiet-harbour-lantern-9";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    private final Clock clock = Clock.systemUTC();
    private final String inspector = "inspector-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void anAuditorOfTheirOwn() throws Exception {
        var made = read(call(
                "admin",
                "POST",
                "/api/people",
                """
                {"username": "%s", "name": "Inspector", "site": "Liverpool", "roles": ["auditor"],
                 "identityCheckedBy": "quality", "identityCheckedHow": "badge", "identityCheckedOn": "2026-05-04"}"""
                        .formatted(inspector)));
        var changed = call(
                inspector,
                made.get("oneTimePassword").asText(),
                "POST",
                "/api/me/password",
                "{\"old\": \"" + made.get("oneTimePassword").asText() + "\", \"new\": \"" + PASSWORD + "\"}");
        assertThat(changed.statusCode()).isEqualTo(204);
    }

    @Test
    void everyWriteIsRefused() {
        var passed = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> info.getMethodsCondition().getMethods().stream()
                .filter(method -> !method.name().equals("GET"))
                .forEach(method -> info.getPatternValues().forEach(pattern -> {
                    var path = pattern.replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
                    var status = send(HttpRequest.newBuilder(URI.create(url(path)))
                                    .header("Authorization", basic("auditor", DEMO_PASSWORD))
                                    .header("Content-Type", "application/json")
                                    .method(method.name(), BodyPublishers.ofString("{}"))
                                    .build())
                            .statusCode();
                    if (status != 403 && path.startsWith("/api/")) {
                        passed.add(method + " " + pattern + " " + status);
                    }
                })));
        assertThat(passed)
                .allMatch(
                        address -> address.matches(
                                "\\w+ /api/(me/password|me/statement|me/language|me/mail|notices.*|integrity-checks.*|transfers/\\{id}/exports|exports/.*) \\d+"));
    }

    @Test
    void withinTheScopeEverythingIsSeenAndOutsideNothing() throws Exception {
        var inside = sample("Potency assay");
        var outside = sample("LAIV bulk and fill");
        var item = read(get("/api/items?transfer=" + outside))
                .at("/items/0/itemId")
                .asText();
        var step = read(get("/api/transfers/" + outside + "/steps"))
                .at("/items/0/id")
                .asText();

        limit("[\"" + inside + "\"]", clock.instant().plus(30, ChronoUnit.DAYS).toString(), 200);

        assertThat(read(get("/api/transfers")).get("items").findValuesAsText("id"))
                .containsExactly(inside);
        for (var path : new String[] {"/audit-trail", "/steps", "/team", "/audit-trail.xlsx", ""}) {
            assertThat(get("/api/transfers/" + inside + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(get("/api/transfers/" + outside + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(get("/api/items?transfer=" + outside).statusCode()).isEqualTo(404);
        assertThat(get("/api/items/" + item).statusCode()).isEqualTo(404);
        assertThat(get("/api/items/" + item + "/versions").statusCode()).isEqualTo(404);
        assertThat(step).isNotEmpty();
    }

    @Test
    void afterTheEndTheAccountOpensNothingAndSaysSo() throws Exception {
        assertThat(get("/api/me").statusCode()).isEqualTo(200);
        limit("null", clock.instant().minusSeconds(1).toString(), 200);

        var refused = get("/api/me");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("The time of this account is over");
    }

    @Test
    void limitsNeedAReasonAnEndAndAnAuditor() throws Exception {
        var soon = clock.instant().plus(3, ChronoUnit.DAYS).toString();
        assertThat(call("admin", "PUT", address(inspector), "{\"until\": \"" + soon + "\"}")
                        .statusCode())
                .isEqualTo(422);
        limit("null", null, 422);
        limit("[]", soon, 422);
        limit("null", clock.instant().plus(400, ChronoUnit.DAYS).toString(), 422);
        assertThat(call("admin", "PUT", address("expert1"), "{\"until\": \"" + soon + "\", \"reason\": \"visit\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("quality", "PUT", address(inspector), "{\"until\": \"" + soon + "\", \"reason\": \"visit\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyLookIsOneEntryOfTheTrail() throws Exception {
        var transfer = sample("LAIV bulk and fill");
        get("/api/transfers/" + transfer + "/steps");
        get("/api/transfers/" + transfer + "/audit-trail?act=signed");

        var looks = read(call(
                        "quality",
                        "GET",
                        "/api/transfers/" + transfer + "/audit-trail?act=viewed&person=" + inspector,
                        null))
                .get("items");

        assertThat(looks.findValuesAsText("record")).containsExactly("page /api/transfers/" + transfer + "/steps");
        assertThat(jdbc.sql(
                                "select record_id || '?' || new_value from audit_entry where username = ? and act = 'viewed'"
                                        + " and field = 'query'")
                        .param(inspector)
                        .query(String.class)
                        .list())
                .as("a look at the trail does not change the trail that is looked at")
                .containsExactly("/api/transfers/" + transfer + "/audit-trail?act=signed");
        assertThat(looks.get(0).get("address").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void theEngineIsNoPlaceForAuditors() {
        var auditor = new Browser(url("")).login("auditor", DEMO_PASSWORD);
        for (var path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/api/engine/engine/default/filter",
                "/camunda/api/engine/engine/default/task")) {
            assertThat(auditor.ask("GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(auditor.ask("GET", "/transfers", null).body()).doesNotContain("/camunda/");
        var expert = new Browser(url("")).login("expert1", DEMO_PASSWORD);
        assertThat(expert.ask("GET", "/camunda/app/tasklist/default/", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProgramThatCallsAgainAndAgainLogsInOnce() {
        for (int i = 0; i < 5; i++) {
            assertThat(get("/api/me").statusCode()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select field || '=' || new_value || ' from ' || address from audit_entry"
                                + " where username = ? and act = 'logged-in'")
                        .param(inspector)
                        .query(String.class)
                        .list())
                .as("one for this hour, two when the clock struck meanwhile")
                .hasSizeBetween(1, 2)
                .containsOnly("way=HTTP Basic from 127.0.0.1");
    }

    /** The sample transfer whose name begins so; other tests of this database import transfers of their own. */
    private String sample(String name) {
        return jdbc.sql("select id::text from transfer where name like ?")
                .param(name + "%")
                .query(String.class)
                .single();
    }

    private void limit(String transfers, String until, int expected) {
        var end = until == null ? "null" : "\"" + until + "\"";
        var answer = call(
                "admin",
                "PUT",
                address(inspector),
                "{\"transfers\": " + transfers + ", \"until\": " + end + ", \"reason\": \"site inspection\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    }

    private static String address(String username) {
        return "/api/people/" + username + "/inspection";
    }

    private HttpResponse<String> get(String path) {
        return call(inspector, PASSWORD, "GET", path, null);
    }

    private JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return json.readTree(answer.body());
    }
}
