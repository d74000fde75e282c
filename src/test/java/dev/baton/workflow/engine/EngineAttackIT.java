package dev.baton.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.People.NewPerson;
import dev.baton.identity.Role;
import dev.baton.support.Browser;
import dev.baton.support.RunningBaton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody with a login, whoever they are, tries to get past the record through the process engine. */
class EngineAttackIT extends RunningBaton {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String PASSWORD = "quiet-lantern-over-Speke-41";
    private static final String SITE = "Attack Hall";

    /** What Tasklist asks of the engine; anything else that the resources answer to must be refused. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "GET filter",
            "OPTIONS filter",
            "GET filter/count",
            "POST filter/{}/list",
            "GET user/{}/profile",
            "GET task/{}",
            "GET task/{}/form",
            "GET task/{}/form-variables",
            "GET task/{}/comment",
            "GET task/{}/identity-links",
            "GET task",
            "GET history/user-operation",
            "GET history/user-operation/count",
            "GET process-definition/{}/xml");

    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    private People people;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void logInEverybody() {
        if (!BROWSERS.isEmpty()) {
            return;
        }
        var admin = new Actor("attack.test", "Test", Set.of(Role.ADMIN), SITE, ZoneId.of("UTC"), null, null);
        Acting.as(admin, () -> people.addSite(SITE, ZoneId.of("Europe/London")));
        for (var role : Role.values()) {
            var person = new NewPerson(
                    username(role), "Attacker " + role.code(), SITE, Set.of(role), "test", "test", LocalDate.EPOCH);
            Acting.as(admin, () -> people.add(person));
            Acting.as(people.require(username(role)).acting(null, null), () -> {
                people.choosePassword(PASSWORD);
                return role;
            });
            BROWSERS.put(role, new Browser(url("")).login(username(role), PASSWORD));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void harmlessQuestionsAreAnswered(Role role) throws Exception {
        var browser = browser(role);
        assertThat(browser.ask("GET", "/camunda/app/tasklist/default/", null).statusCode())
                .isEqualTo(200);
        assertThat(browser.cookie("XSRF-TOKEN")).isNotEmpty();
        var me = json.readTree(
                browser.ask("GET", "/camunda/api/admin/auth/user/default", null).body());
        assertThat(me.path("userId").asText()).isEqualTo(username(role));
        var profile = browser.ask("GET", ENGINE + "user/" + username(role) + "/profile", null);
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body()).contains("Attacker");
        var filters = filters(role);
        assertThat(filters.findValuesAsText("name")).contains("My tasks", "Open to me", "Overdue");
        for (var filter : filters) {
            var list = browser.ask(
                    "POST",
                    ENGINE + "filter/" + filter.path("id").asText() + "/list",
                    "{\"firstResult\":0,\"maxResults\":15,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],"
                            + "\"active\":true,\"orQueries\":[{\"nameLike\":\"%a%\",\"assignee\":\"nobody\"}]}");
            assertThat(list.statusCode()).as(filter.toString()).isEqualTo(200);
        }
    }

    @Test
    void auditorsHaveNoPlaceInCamunda() {
        for (var path : new String[] {
            "/camunda/app/tasklist/default/", "/camunda/api/admin/auth/user/default", ENGINE + "filter", ENGINE + "task"
        }) {
            assertThat(browser(Role.AUDITOR).ask("GET", path, null).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void everythingElseIsClosed(Role role) {
        var all = EngineResources.all();
        assertThat(all).hasSizeGreaterThan(300);
        var open = new ArrayList<String>();
        for (var endpoint : all) {
            if (FOR_EVERYBODY.contains(endpoint.template())) {
                continue;
            }
            var reading = endpoint.method().equals("GET")
                    || endpoint.method().equals("OPTIONS")
                    || endpoint.method().equals("POST") && isQuestion(endpoint.path());
            if (role == Role.ADMIN && reading) {
                continue;
            }
            var body = Set.of("GET", "OPTIONS", "DELETE").contains(endpoint.method()) ? null : "{}";
            var answer = browser(role).ask(endpoint.method(), ENGINE + endpoint.filled(username(role)), body);
            var isGuard = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
            var isUnclaim = endpoint.template().equals("POST task/{}/unclaim") && answer.statusCode() >= 400;
            if (!(answer.statusCode() == 403 && isGuard) && (!isUnclaim || role == Role.ADMIN)) {
                open.add(endpoint + " answers " + answer.statusCode());
            }
        }
        assertThat(open).isEmpty();
        assertThat(browser(role).ask("GET", ENGINE + "filter", null).statusCode())
                .as("the session is still alive, so the refusals were the guard's")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void nothingIsEvaluated(Role role) throws Exception {
        var marker = "${currentUser()}";
        for (var filter : filters(role)) {
            for (var body : new String[] {
                "{\"assigneeExpression\":\"" + marker + "\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + marker + "\"}]}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"" + marker + "\"}],\"orQueries\":[]}",
                "{\"orQueries\":[{\"assignee\\u0045xpression\":\"" + marker + "\"}]}"
            }) {
                var answer = browser(role)
                        .ask("POST", ENGINE + "filter/" + filter.path("id").asText() + "/list", body);
                assertThat(answer.statusCode()).as(body).isBetween(400, 403);
            }
        }
        var body = "{\"orQueries\":[{\"assigneeExpression\":\"" + marker + "\"}]}";
        assertThat(browser(role).ask("POST", ENGINE + "task", body).statusCode())
                .isEqualTo(403);
        assertThat(browser(role).ask("POST", ENGINE + "task/count", body).statusCode())
                .isEqualTo(403);
        assertThat(browser(role)
                        .ask("GET", ENGINE + "task?assigneeExpression=%24%7B1%7D", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser(role)
                        .ask("GET", ENGINE + "filter?name%45xpression=x", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theSetUpIsClosed(Role role) {
        var user = "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},"
                + "\"credentials\":{\"password\":\"mallory\"}}";
        for (var path : new String[] {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/x"}) {
            assertThat(browser(role).ask("POST", path, user).statusCode()).isEqualTo(403);
        }
        assertThat(identityService.isReadOnly()).isTrue();
        assertThat(identityService.createUserQuery().userId("mallory").count()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from act_id_user", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheAdministratorSeesCockpit(Role role) {
        var expected = role == Role.ADMIN ? 200 : 403;
        for (var path : new String[] {
            "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", ENGINE + "process-definition/count"
        }) {
            assertThat(browser(role).ask("GET", path, null).statusCode())
                    .as(path)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyClaimsForOthers(Role role) {
        var path = ENGINE + "task/" + ID + "/claim";
        assertThat(browser(role)
                        .ask("POST", path, "{\"userId\":\"attack.quality2\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser(role).ask("POST", path, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void strangersGetNothing() {
        var stranger = new Browser(url(""));
        assertThat(stranger.ask("POST", "/camunda/api/admin/setup/default/user/create", "{}")
                        .statusCode())
                .isBetween(401, 403);
        assertThat(stranger.ask("GET", ENGINE + "filter", null).statusCode()).isEqualTo(401);
        assertThat(stranger.ask("GET", "/camunda/app/tasklist/default/", null).statusCode())
                .isBetween(300, 403);
        assertThat(stranger.ask("GET", "/forms/task.html", null).statusCode()).isBetween(300, 403);
        assertThat(stranger.ask("GET", "/engine-rest/engine", null).statusCode())
                .isBetween(300, 404);
    }

    @Test
    void wordedDifferentlyItIsStillClosed() {
        for (var path : new String[] {
            "/camunda/api/engine/engine/default/task;x=1/count",
            "/camunda/api/engine/engine/default//task/count",
            "/camunda/api/engine/engine/default/./task/count",
            "/camunda/api/engine/engine/default/%74ask/count",
            "/camunda/api/engine/engine/default/filter/../task/count",
            "/%63amunda/api/engine/engine/default/task/count",
            "/camunda/api/engine/engine/default/task/count/",
            "/camunda/api/engine/engine/DEFAULT/task/count",
            "/camunda/api/engine/engine/default/task%2Fcount"
        }) {
            assertThat(browser(Role.EXPERT).ask("GET", path, null).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
        assertThat(browser(Role.EXPERT).ask("GET", ENGINE + "filter", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tasklistIsOurs() {
        var browser = browser(Role.EXPERT);
        assertThat(browser.ask("GET", "/camunda/app/tasklist/scripts/config.js", null)
                        .body())
                .contains("baton/tasklist-plugin");
        assertThat(browser.ask("GET", "/camunda/app/tasklist/styles/user-styles.css", null)
                        .body())
                .contains(".ce-eol-banner");
        assertThat(browser.ask("GET", "/forms/task.html", null).body()).contains("/baton/task.js");
        assertThat(browser.ask("GET", "/baton/tasklist-plugin.js", null).body()).contains("export default [");
        var open = browser.ask("GET", "/open-task/" + ID, null);
        assertThat(open.statusCode()).isEqualTo(302);
        assertThat(Browser.location(open))
                .isEqualTo("/camunda/app/tasklist/default/#/?task=" + ID + "&detailsTab=task-detail-form");
    }

    @Test
    void theProcessesAreDeployedOnce() {
        var definitions = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionResourceNameLike("bpmn/%")
                .list();
        assertThat(definitions)
                .extracting(definition ->
                        definition.getKey() + " " + definition.getVersion() + " " + definition.getResourceName())
                .containsExactlyInAnyOrder(
                        "site-transfer 1 bpmn/site-transfer.bpmn",
                        "knowledge-capture 1 bpmn/knowledge-capture.bpmn",
                        "item-review 1 bpmn/item-review.bpmn",
                        "step-handover 1 bpmn/step-handover.bpmn",
                        "arbitration 1 bpmn/arbitration.bpmn",
                        "demonstration 1 bpmn/demonstration.bpmn",
                        "audit-trail-review 1 bpmn/audit-trail-review.bpmn",
                        "trail-finding 1 bpmn/trail-finding.bpmn",
                        "pulse-rhythm 1 bpmn/pulse-rhythm.bpmn",
                        "pulse 1 bpmn/pulse.bpmn");
        assertThat(definitions).allMatch(definition -> definition.getHistoryTimeToLive() == null);
    }

    @Test
    void groupsAreRoles() {
        assertThat(identityService
                        .createGroupQuery()
                        .groupMember(username(Role.TRANSFER_LEAD))
                        .list())
                .extracting(group -> group.getId())
                .containsExactly("transfer-lead");
        assertThat(identityService.createUserQuery().memberOfGroup("quality").list())
                .extracting(user -> user.getId())
                .contains(username(Role.QUALITY))
                .doesNotContain(username(Role.EXPERT));
        assertThat(identityService.createUserQuery().listPage(1, 2)).hasSize(2);
        assertThat(identityService.checkPassword(username(Role.EXPERT), PASSWORD))
                .isFalse();
    }

    /** What Cockpit asks by POST; the resources below these paths only count and list. */
    private static boolean isQuestion(String path) {
        return path.matches("(history/)?(activity-instance|batch|decision-instance|execution|external-task"
                + "|external-task-log|incident|job|job-log|process-instance|task|variable-instance)(/count)?");
    }

    private JsonNode filters(Role role) throws Exception {
        var answer = browser(role).ask("GET", ENGINE + "filter?resourceType=Task", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static Browser browser(Role role) {
        var browser = BROWSERS.get(role);
        assertThat(browser).isNotNull();
        return browser;
    }

    private static String username(Role role) {
        return "attack." + role.code();
    }
}
