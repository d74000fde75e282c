package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class EngineGuardTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final String TASK = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final int PASSED = 200;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /camunda/app/tasklist/default/",
        "GET, /camunda/app/tasklist/scripts/config.js",
        "GET, /camunda/lib/deps.js",
        "GET, /camunda/assets/images/logo.svg",
        "GET, /camunda/favicon.ico",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "GET, /camunda/api/engine/engine/",
        "GET, /camunda/api/admin/auth/user/default",
        "POST, /camunda/api/admin/auth/user/default/logout",
        "GET, /camunda/api/engine/engine/default/filter",
        "OPTIONS, /camunda/api/engine/engine/default/filter",
        "GET, /camunda/api/engine/engine/default/filter/count",
        "POST, /camunda/api/engine/engine/default/filter/0f8fad5b-d9cb-469f-a165-70867728950e/list",
        "GET, /camunda/api/engine/engine/default/user/eva.expert/profile",
        "GET, /camunda/api/engine/engine/default/task/0f8fad5b-d9cb-469f-a165-70867728950e",
        "GET, /camunda/api/engine/engine/default/task/0f8fad5b-d9cb-469f-a165-70867728950e/form",
        "POST, /camunda/api/engine/engine/default/task/0f8fad5b-d9cb-469f-a165-70867728950e/unclaim",
        "GET, /camunda/api/engine/engine/default/process-definition/item-review:1:"
                + "0f8fad5b-d9cb-469f-a165-70867728950e/xml",
        "GET, /api/tasks",
        "POST, /api/tasks/0f8fad5b-d9cb-469f-a165-70867728950e/complete",
        "GET, /"
    })
    void letsThroughWhatTasklistNeeds(String method, String path) throws Exception {
        assertThat(ask(method, path, "")).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, task/0f8fad5b-d9cb-469f-a165-70867728950e;x=1",
        "GET, /task/0f8fad5b-d9cb-469f-a165-70867728950e",
        "GET, ./task/0f8fad5b-d9cb-469f-a165-70867728950e",
        "GET, filter/../task",
        "GET, %74ask/0f8fad5b-d9cb-469f-a165-70867728950e",
        "GET, filter/%2e%2e/task",
        "GET, TASK",
        "HEAD, filter",
        "TRACE, filter",
        "PUT, task/0f8fad5b-d9cb-469f-a165-70867728950e",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/complete",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/submit-form",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/resolve",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/bpmnError",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/bpmnEscalation",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/assignee",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/delegate",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/comment/create",
        "POST, task/0f8fad5b-d9cb-469f-a165-70867728950e/identity-links",
        "DELETE, task/0f8fad5b-d9cb-469f-a165-70867728950e",
        "POST, task",
        "POST, task/create",
        "POST, filter/create",
        "PUT, filter/0f8fad5b-d9cb-469f-a165-70867728950e",
        "POST, deployment/create",
        "GET, history/variable-instance",
        "POST, history/task",
        "GET, user",
        "GET, group",
        "POST, process-definition/key/item-review/start",
        "POST, message",
        "GET, process-definition"
    })
    void refusesWhatIsNotOnTheList(String method, String path) throws Exception {
        assertThat(ask(method, ENGINE + path, "")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda",
                "/camunda/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/cockpit/plugin/base/default/process-definition",
                "/camunda//api/engine/engine/default/filter",
                "/camunda;x=1/api/engine/engine/default/filter",
                "/CAMUNDA/api/engine/engine/default/filter"
            })
    void refusesTheRestOfCamunda(String path) throws Exception {
        assertThat(ask("GET", path, "")).isEqualTo(403);
        assertThat(ask("POST", path, "")).isEqualTo(403);
    }

    @Test
    void seesTheEngineBehindAnEncodedAddress() throws Exception {
        var request = request("GET", "/%63amunda/api/engine/engine/default/user", "");
        request.setServletPath("/camunda/api/engine/engine/default/user");
        assertThat(status(request)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupExpression\":\"${1}\"}]}]}",
                "{\"assignee\\u0045xpression\":\"${1}\"}",
                "{\"a\":{\"x\":[[{\"dueBeforeExpression\":null}]]}}"
            })
    void refusesExpressionsAtAnyDepth(String body) throws Exception {
        assertThat(list(body, "application/json")).isEqualTo(403);
        assertThat(list(body, "application/JSON")).isEqualTo(403);
        assertThat(list(body, "application/hal+json")).isEqualTo(403);
        assertThat(list(body, "text/plain")).isEqualTo(403);
        assertThat(list(body, null)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}],\"orQueries\":[]}",
                "{\"assignee\":\"a\",\"assignee\":\"b\"}",
                "/* */ {}",
                "{} {\"assigneeExpression\":\"${1}\"}",
                "{} {}",
                "[]",
                "\"text\"",
                "{\"assignee\":",
                "a=b"
            })
    void refusesWhatIsNotOneJsonObject(String body) throws Exception {
        assertThat(list(body, "application/json")).isBetween(400, 403);
    }

    @Test
    void scansOtherEncodingsOfJson() throws Exception {
        var request = request("POST", ENGINE + "filter/" + TASK + "/list", "");
        request.setContent("{\"assigneeExpression\":\"${1}\"}".getBytes(StandardCharsets.UTF_16LE));
        assertThat(status(request)).isEqualTo(403);
    }

    @Test
    void refusesExpressionsInTheQuery() throws Exception {
        var request = request("GET", ENGINE + "filter", "");
        request.addParameter("nameExpression", "${1}");
        assertThat(status(request)).isEqualTo(403);
    }

    @Test
    void letsTasklistSearch() throws Exception {
        var body = "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],\"firstResult\":0,"
                + "\"maxResults\":15,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true,"
                + "\"orQueries\":[{\"nameLike\":\"%Capture%\",\"processVariables\":[{\"name\":\"step\","
                + "\"operator\":\"like\",\"value\":\"%${currentUser()}%\"}]}]}";
        assertThat(list(body, "application/json")).isEqualTo(PASSED);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        assertThat(list("{\"a\":\"" + "x".repeat(300_000) + "\"}", "application/json"))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"userId\":\"somebody.else\"}",
                "{\"userId\":null}",
                "{\"userId\":[\"eva.expert\"]}",
                "{\"userId\":\"eva.expert\",\"more\":1}",
                "{\"a\":{\"userId\":\"eva.expert\"}}",
                "{\"userId\":\"somebody.else\",\"userId\":\"eva.expert\"}"
            })
    void refusesToClaimForOthers(String body) throws Exception {
        assertThat(ask("POST", ENGINE + "task/" + TASK + "/claim", body)).isBetween(400, 403);
    }

    @Test
    void letsPeopleClaimForThemselves() throws Exception {
        var body = "{\"userId\":\"eva.expert\"}";
        assertThat(ask("POST", ENGINE + "task/" + TASK + "/claim", body)).isEqualTo(PASSED);
    }

    @Test
    void allowsOnlyTheTaskQueryThatFollowsACompletion() throws Exception {
        var follow = request("GET", ENGINE + "task", "");
        follow.addParameter("assignee", "eva.expert");
        follow.addParameter("maxResults", "15");
        assertThat(status(follow)).isEqualTo(PASSED);
        var wide = request("GET", ENGINE + "task", "");
        wide.addParameter("processVariables", "x_eq_1");
        assertThat(status(wide)).isEqualTo(403);
    }

    @Test
    void letsTheAdministratorReadAndChangeNothing() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ada.admin", null, List.of(new SimpleGrantedAuthority("ROLE_ADMIN"))));
        assertThat(ask("GET", "/camunda/app/cockpit/default/", "")).isEqualTo(PASSED);
        assertThat(ask("GET", ENGINE + "process-definition/count", "")).isEqualTo(PASSED);
        assertThat(ask("POST", ENGINE + "history/process-instance/count", "{}")).isEqualTo(PASSED);
        assertThat(ask("POST", ENGINE + "history/process-instance", "{\"orQueries\":[{\"xExpression\":1}]}"))
                .isEqualTo(403);
        assertThat(ask("POST", "/camunda/api/cockpit/plugin/base/default/process-instance", "{}"))
                .isEqualTo(PASSED);
        var refused = new ArrayList<Integer>();
        refused.add(ask("POST", ENGINE + "task/" + TASK + "/claim", "{\"userId\":\"ada.admin\"}"));
        refused.add(ask("POST", ENGINE + "task/" + TASK + "/unclaim", ""));
        refused.add(ask("POST", ENGINE + "process-instance/" + TASK + "/modification", "{}"));
        refused.add(ask("POST", ENGINE + "process-instance/delete", "{}"));
        refused.add(ask("DELETE", ENGINE + "process-instance/" + TASK, ""));
        refused.add(ask("PUT", ENGINE + "job/" + TASK + "/suspended", "{}"));
        refused.add(ask("POST", ENGINE + "job/" + TASK + "/execute", "{}"));
        refused.add(ask("POST", ENGINE + "authorization/create", "{}"));
        refused.add(ask("POST", ENGINE + "user/create", "{}"));
        refused.add(ask("POST", "/camunda/api/admin/setup/default/user/create", "{}"));
        refused.add(ask("PUT", "/camunda/api/cockpit/plugin/base/default/process-instance", "{}"));
        assertThat(refused).containsOnly(403);
    }

    @Test
    void refusesAsAProblem() throws Exception {
        var response = new MockHttpServletResponse();
        new EngineGuard().doFilter(request("POST", ENGINE + "message", "{}"), response, new MockFilterChain());
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":403");
    }

    @Test
    void handsTheBodyOn() throws Exception {
        var chain = new MockFilterChain();
        var body = "{\"active\":true}";
        new EngineGuard()
                .doFilter(
                        request("POST", ENGINE + "filter/" + TASK + "/list", body),
                        new MockHttpServletResponse(),
                        chain);
        var passed = chain.getRequest();
        assertThat(passed).isNotNull();
        assertThat(passed.getInputStream().readAllBytes()).asString().isEqualTo(body);
        assertThat(passed.getReader().readLine()).isEqualTo(body);
    }

    private static int list(String body, String contentType) throws Exception {
        var request = request("POST", ENGINE + "filter/" + TASK + "/list", body);
        request.setContentType(contentType);
        return status(request);
    }

    private static int ask(String method, String path, String body) throws Exception {
        return status(request(method, path, body));
    }

    private static MockHttpServletRequest request(String method, String path, String body) throws IOException {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setRemoteUser("eva.expert");
        if (!body.isEmpty()) {
            request.setContentType("application/json");
            request.setContent(body.getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private static int status(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new EngineGuard().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
