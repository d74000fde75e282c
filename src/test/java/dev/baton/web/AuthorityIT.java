package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.AuthorityTables;
import dev.baton.support.AuthorityTables.Row;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may do what: the tables in {@code src/test/resources/authority} say for every mapped address and every role how
 * it is answered, and this test asks each of them. An address that stands in no table fails it.
 *
 * <p><b>To add an address</b>, add a row to the table of its area, or a file of your own: method and path as mapped, what
 * is sent, then one cell for each role.
 *
 * <ul>
 *   <li>Cells: {@code ok} (anything but 401, 403, 404, a login page or a fault: an empty body may well be 422),
 *       {@code login} (sent to the login page), or the very status.
 *   <li>Path variables are filled with things that exist, by the word before them: {@code /items/{id}} is an item in
 *       review, {@code /tasks/{id}} a capture task of the expert. {@code {id=spare}} names another one; the names are in
 *       {@link #things}.
 *   <li>Sent: {@code -} for nothing, a JSON body, {@code form a=b&c=d}, or {@code file}. {@code $me} is the caller's user
 *       name, {@code $password} their password. Send what gets as far as the check of authority, so that a 403 is not a
 *       422 in disguise.
 *   <li>The outsider is an expert who is on no team. Where a row needs more than a role can say, write a test of its own.
 * </ul>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorityIT extends PlayedOverHttp {

    private static final String OUTSIDER = "outsider-of-all";
    private static final String OUTSIDERS_PASSWORD = "kettle orbit walnut fjord";
    private static final Map<String, String> PEOPLE = people();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, String> things = new LinkedHashMap<>();
    private final Map<String, Browser> browsers = new LinkedHashMap<>();

    @BeforeAll
    void prepare() throws IOException {
        var transfer = startedTransfer("Who may do what");
        things.put("transfer", transfer);
        things.put("step", firstStep(transfer));
        var withFile = begin(transfer, "expert1");
        things.put("draft-file", attach(withFile));
        var signed = begin(transfer, "expert1");
        write(signed, "Who may see it");
        things.put(
                "item",
                signed(end("expert1", signed, decision("submit")))
                        .at("/items/0")
                        .asText());
        things.put("spare", tell(transfer, "expert1", "Who may withdraw it"));
        things.put("contradiction", contradiction(transfer));
        things.put("call", published(transfer));
        things.put("task", begin(transfer, "expert1"));
        things.put("peer", task("expert2", things.get("item"), "peer-review"));
        things.put("person", "expert2");
        things.put("version", "1");
        things.put("act", "withdraw");
        things.put("aspect", "materials");
        things.put("demonstration", formalRun(transfer));
        things.put("calibration", calibration(transfer));
        things.put("document", document(transfer, "protocol"));
        things.put("doc-read", document(transfer, "report"));
        things.put("doc-kind", "report");
        var thanked =
                call("receiver1", "POST", "/api/items/" + things.get("item") + "/thanks", "{\"text\":\"Thanks\"}");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        things.put("thanks", json(thanked).path("id").asText());
        things.put(
                "notice",
                jdbc.sql("select id::text from notice where username = 'expert1' limit 1")
                        .query(String.class)
                        .single());
        hireOutsider();
        PEOPLE.forEach((role, username) -> browsers.put(role, browser(role, username)));
    }

    @Test
    @Order(1)
    void everyMappedAddressStandsInATable() {
        var listed = new TreeSet<String>();
        rows().forEach(row -> listed.add(row.mapped()));
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                var path = AuthorityTables.withoutNames(pattern);
                if (methods.isEmpty()) {
                    mapped.add("GET " + path);
                }
                methods.forEach(method -> mapped.add(method + " " + path));
            }
        });
        assertThat(mapped).hasSizeGreaterThan(60);
        mapped.removeAll(listed);
        assertThat(mapped)
                .as("addresses of which no table says who may ask them")
                .isEmpty();
    }

    @Test
    @Order(2)
    void whoeverMayNotIsRefusedAndNothingChanges() {
        var before = traces();
        var wrong = new ArrayList<String>();
        rows().forEach(row -> row.answers().forEach((role, expected) -> {
            if (!expected.equals("ok")) {
                check(row, role, expected, wrong);
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(traces()).as("what the trail and the tasks hold").isEqualTo(before);
    }

    @Test
    @Order(3)
    void whoeverMayIsLetIn() {
        var wrong = new ArrayList<String>();
        rows().forEach(row -> row.answers().forEach((role, expected) -> {
            if (expected.equals("ok")) {
                check(row, role, expected, wrong);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private void check(Row row, String role, String expected, List<String> wrong) {
        var answer = ask(row, role);
        var got = expected.matches("\\d+") ? String.valueOf(answer.statusCode()) : got(answer);
        if (!got.equals(expected)) {
            wrong.add("%s %s as %s: %s instead of %s, %s%n"
                    .formatted(row.method(), row.path(), role, got, expected, brief(answer)));
        }
    }

    private HttpResponse<String> ask(Row row, String role) {
        var browser = browsers.get(role);
        var path = row.filled(things);
        var sends = row.sends()
                .replace("$transfer", things.get("transfer"))
                .replace("$me", PEOPLE.getOrDefault(role, ""))
                .replace("$password", role.equals("outsider") ? OUTSIDERS_PASSWORD : DEMO_PASSWORD);
        if (sends.equals("file")) {
            var file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                    + "Content-Type: text/plain\r\n\r\nwords\r\n--b--\r\n";
            return browser.ask(row.method(), path, "multipart/form-data; boundary=b", file);
        }
        if (sends.startsWith("form")) {
            return browser.ask(
                    row.method(),
                    path,
                    "application/x-www-form-urlencoded",
                    sends.substring("form".length()).strip());
        }
        return browser.ask(row.method(), path, sends.equals("-") ? null : sends);
    }

    private static String got(HttpResponse<String> answer) {
        var status = answer.statusCode();
        if (status == 302 && Browser.location(answer).endsWith("/login")) {
            return "login";
        }
        var refused = status == 401 || status == 403 || status == 404 || status >= 500;
        return refused ? String.valueOf(status) : "ok";
    }

    private static String brief(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.body().substring(0, Math.min(200, answer.body().length()));
    }

    /** Everything that a forbidden call could leave behind. */
    private List<String> traces() {
        return jdbc.sql("select 'trail ' || count(*) from audit_entry where transfer_id = cast(:transfer as uuid)"
                        + " union all select 'people ' || count(*) from person"
                        + " union all select 'sites ' || count(*) from site"
                        + " union all select 'transfers ' || count(*) from transfer"
                        + " union all select 'passwords ' || md5(string_agg(password_hash, '' order by username))"
                        + " from person"
                        + " union all select 'read ' || count(*) from notice where read_at is not null"
                        + " union all select 'assigned ' || count(*) from act_ru_task where assignee_ is not null"
                        + " union all select 'files ' || count(*) from evidence_file"
                        + " union all select 'signatures ' || count(*) from signature")
                .param("transfer", things.get("transfer"))
                .query(String.class)
                .list();
    }

    private static List<Row> rows() {
        return AuthorityTables.rows(PEOPLE.keySet());
    }

    private Browser browser(String role, String username) {
        var browser = new Browser(url(""));
        if (username.isEmpty()) {
            browser.ask("GET", "/login", null);
            return browser;
        }
        return browser.login(username, role.equals("outsider") ? OUTSIDERS_PASSWORD : DEMO_PASSWORD);
    }

    private String attach(String task) {
        var browser = new Browser(url("")).login("expert1", DEMO_PASSWORD);
        var file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nwords\r\n--b--\r\n";
        var answer = browser.ask("POST", "/api/tasks/" + task + "/files", "multipart/form-data; boundary=b", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("fileId").asText();
    }

    /** A formal run of the receiver with the expert at the first step. */
    private String formalRun(String transfer) {
        var shown = tell(transfer, "expert1", "Shown at the bench");
        approve(shown);
        things.put("shown", shown);
        var begun = call(
                "receiver1",
                "POST",
                "/api/steps/" + firstStep(transfer) + "/demonstrations",
                "{\"kind\":\"teach-back\",\"formal\":true,\"receiver\":\"receiver1\",\"expert\":\"expert1\","
                        + "\"agreedBy\":[\"receiver1\",\"expert1\"]}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun).path("id").asText();
    }

    /** A document of the transfer that its lead made and nobody has read. */
    private String document(String transfer, String kind) {
        var made = call(
                "lead",
                "POST",
                "/api/transfers/" + transfer + "/documents/" + kind,
                "{\"username\":\"lead\",\"password\":\"" + DEMO_PASSWORD + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asText();
    }

    /** A set that the expert and the receiver judge. */
    private String calibration(String transfer) {
        var made = call(
                "lead",
                "POST",
                "/api/calibrations",
                "{\"stepId\":\"" + firstStep(transfer) + "\",\"title\":\"Shadows\",\"question\":\"Go on?\","
                        + "\"sense\":\"sight\",\"answers\":[\"good\",\"bad\"],\"expert\":\"expert1\","
                        + "\"receiver\":\"receiver1\",\"samples\":[\"A\",\"B\"]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asText();
    }

    private void write(String task, String title) {
        write("expert1", task, title, "no");
    }

    private String published(String transfer) {
        var call = JSON.createObjectNode()
                .put("theme", "Who may join")
                .put("until", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        call.putArray("steps").add(things.get("step"));
        var published = call("lead", "POST", "/api/transfers/" + transfer + "/calls", call.toString());
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        return json(published).path("id").asText();
    }

    private String contradiction(String transfer) {
        var other = tell(transfer, "expert2", "Another voice");
        var mark = JSON.createObjectNode().put("other", other).put("reason", "They differ");
        var marked = call("lead", "POST", "/api/items/" + things.get("item") + "/contradictions", mark.toString());
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(201);
        return json(marked).path("id").asText();
    }

    private void hireOutsider() {
        var hired = call(
                "admin",
                "POST",
                "/api/people",
                "{\"username\":\"" + OUTSIDER
                        + "\",\"name\":\"Out Sider\",\"site\":\"Liverpool\",\"roles\":[\"expert\"],"
                        + "\"identityCheckedBy\":\"admin\",\"identityCheckedHow\":\"passport\","
                        + "\"identityCheckedOn\":\"2026-01-15\"}");
        assertThat(hired.statusCode()).as(hired.body()).isEqualTo(201);
        var oneTime = json(hired).path("oneTimePassword").asText();
        var passwords = "{\"old\":\"" + oneTime + "\",\"new\":\"" + OUTSIDERS_PASSWORD + "\"}";
        assertThat(call(OUTSIDER, oneTime, "POST", "/api/me/password", passwords)
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(OUTSIDER, OUTSIDERS_PASSWORD, "POST", "/api/me/statement", null)
                        .statusCode())
                .isEqualTo(204);
    }

    private static Map<String, String> people() {
        var people = new LinkedHashMap<String, String>();
        people.put("anonymous", "");
        people.put("lead", "lead");
        people.put("expert", "expert1");
        people.put("receiver", "receiver1");
        people.put("quality", "quality");
        people.put("auditor", "auditor");
        people.put("admin", "admin");
        people.put("outsider", OUTSIDER);
        return people;
    }
}
