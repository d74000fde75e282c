package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.AuthorityTables;
import dev.baton.support.Browser;
import dev.baton.support.MailCatcher;
import dev.baton.support.PlayedOverHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A name held in confidence stands nowhere: every address of every table, the engine's tasks and history, mails, notices
 * and search are read by everybody who may not know it, while the item goes its whole way. The same search by quality
 * finds the name, and each of quality's looks is on record.
 */
class ConfidenceIT extends PlayedOverHttp {

    private static final String AUTHOR = "amarante";
    private static final String NAME = "Quillon Amarante";
    private static final String TITLE = "Tap the housing twice before the valve";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    /** Roles of the tables by who has them here: none of these may know. */
    private static final Map<String, String> OTHERS = others();

    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private final Map<String, String> things = new LinkedHashMap<>();

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aHeldNameIsFoundNowhereUntilItsOwnerShowsIt() {
        hire(AUTHOR, NAME, "California", "expert");
        hire("stranger-to-it", "Nobody Near", "Liverpool", "expert");
        var transfer = importTransfer("Told in confidence");
        changeTeam(transfer, AUTHOR, "expert2", "expert3");
        start(transfer);
        things.put("transfer", transfer);
        things.put("step", firstStep(transfer));
        things.put("person", "expert2");
        things.put("version", "1");
        OTHERS.forEach((role, person) -> browsers.put(person, browser(person)));
        browsers.put("quality", browser("quality"));

        var capture = begin(transfer, AUTHOR);
        var file = attach(capture);
        write(AUTHOR, capture, TITLE, "not-sure");
        use(capture, file);
        var before = occurrences(OTHERS, path -> true);
        var beforeByQuality = occurrences(Map.of("quality", "quality"), path -> true);

        ok(call(AUTHOR, "POST", "/api/tasks/" + capture + "/confidence", "{\"inConfidence\":true}"));
        assertThat(open(AUTHOR, capture).path("inConfidence").asBoolean()).isTrue();
        var preview = ok(call(AUTHOR, "GET", "/api/tasks/" + capture + "/to-sign", null));
        var submitted = signed(end(AUTHOR, capture, decision("submit")));
        var item = submitted.at("/items/0").asText();
        assertThat(submitted.at("/signatures/0/contentHash").asText())
                .as("what was shown is what was signed")
                .isEqualTo(preview.at("/subjects/0/contentHash").asText());
        assertThat(submitted.at("/signatures/0/signer").asText()).isEqualTo(NAME);
        things.put("item", item);
        things.put("draft-file", file);
        assertThat(json(call("receiver1", "GET", "/api/items/" + item, null))
                        .path("status")
                        .asInt())
                .as("triage comes first")
                .isEqualTo(404);
        triage(item);

        // Peer review: the author is no candidate, and nobody is told who is one.
        things.put("peer", task("expert2", item, "peer-review"));
        things.put("task", things.get("peer"));
        assertThat(findTask(AUTHOR, item, "peer-review")).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(mailedAbout(things.get("peer"))).contains("expert2", "expert3"));
        assertThat(mailedAbout(things.get("peer"))).doesNotContain(AUTHOR);
        nobodyFinds(before, path -> path.contains(item) || path.contains(things.get("peer")));
        var peers = "/api/tasks/" + things.get("peer");
        for (var username : List.of(AUTHOR, "expert3")) {
            assertThat(call("lead", "POST", peers + "/assign", assignment(username))
                            .statusCode())
                    .as("a refusal that differs by name would answer the question")
                    .isEqualTo(403);
        }

        // A question: back to the author without a word in the engine of whose it is.
        var asked = ok(end("expert2", things.get("peer"), decision("ask").put("comment", "How hard?")));
        assertThat(asked.at("/next/who").asText()).contains("name held by quality");
        var rework = task(AUTHOR, item, "rework");
        await().atMost(Duration.ofSeconds(10)).until(() -> notices(AUTHOR).stream()
                .anyMatch(notice -> notice.path("text").asText().contains("has a question about")));
        things.put("task", rework);
        engineKnowsNobody(item, capture, rework);
        nobodyFinds(before, path -> path.contains(item) || path.contains(rework));
        answer(AUTHOR, item);
        await().atMost(Duration.ofSeconds(10)).until(() -> notices("expert2").stream()
                .anyMatch(notice -> notice.path("text").asText().contains("name held by quality")));

        // A second version, and the whole way to approval.
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "ask");
        changeAndAnswer(AUTHOR, item);
        things.put("version", "2");
        if (findTask("quality", item, "triage").isPresent()) {
            triage(item);
        }
        decide("expert2", item, "peer-review", "accept");
        decide("receiver1", item, "receiver-review", "accept");
        decide("quality2", item, "approval", "accept");
        var thanks = call("receiver1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"Saved us a batch\"}");
        assertThat(thanks.statusCode()).isEqualTo(201);
        things.put("thanks", json(thanks).path("id").asText());
        await().atMost(Duration.ofSeconds(10)).until(() -> notices(AUTHOR).stream()
                .anyMatch(notice -> notice.path("text").asText().contains("thanked you")));
        assertThat(call(AUTHOR, "POST", "/api/thanks/" + things.get("thanks") + "/answer", "{\"text\":\"Gladly\"}")
                        .statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(10)).until(() -> notices("receiver1").stream()
                .anyMatch(
                        notice -> notice.path("text").asText().contains("name held by quality answered your thanks")));
        assertThat(call(
                                AUTHOR,
                                "POST",
                                "/api/items/" + item + "/questions",
                                "{\"kind\":\"comment\",\"text\":\"It depends.\"}")
                        .statusCode())
                .isEqualTo(201);
        await().atMost(Duration.ofSeconds(10)).until(() -> credited(item));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !MailCatcher.subjectsTo(AUTHOR + "@localhost").isEmpty()
                        && MailCatcher.to("receiver1@localhost").stream()
                                .anyMatch(mail -> mail.text().contains("There is news for you in Baton")));
        things.remove("task");
        nobodyFinds(before, path -> true);
        engineKnowsNobody(item, capture, rework);
        eventsSayNothing(item);
        assertThat(MailCatcher.toOthersThan(AUTHOR + "@localhost"))
                .hasSizeGreaterThan(2)
                .noneMatch(ConfidenceIT::tells);
        personalPagesSayNothing(item);
        searchSaysNothing();

        // Whoever may know does, and it is on record.
        assertThat(item(item).path("author").asText()).isEqualTo(AUTHOR);
        assertThat(item(item).at("/signatures/0/signer").asText()).isEqualTo(NAME);
        assertThat(looks("quality", item)).isGreaterThanOrEqualTo(2);
        var byQuality = occurrences(Map.of("quality", "quality"), path -> true);
        assertThat(byQuality).as("the search finds a name where it is shown").anySatisfy((address, count) -> assertThat(
                        count)
                .isGreaterThan(beforeByQuality.getOrDefault(address, 0)));
        assertThat(workbook("quality")).contains(NAME);
        assertThat(call("lead", "GET", "/api/transfers/" + transfer + "/audit-trail.xlsx", null)
                        .statusCode())
                .isEqualTo(403);

        // The author shows it.
        assertThat(call("expert2", "POST", "/api/items/" + item + "/step-out", "{\"reason\":\"curious\"}")
                        .statusCode())
                .isEqualTo(403);
        var out = ok(call(AUTHOR, "POST", "/api/items/" + item + "/step-out", "{\"reason\":\"I stand by it\"}"));
        assertThat(out.at("/items/0").asText()).isEqualTo(item);
        var open = ok(call("receiver1", "GET", "/api/items/" + item, null));
        assertThat(open.path("author").asText()).isEqualTo(AUTHOR);
        assertThat(open.path("unaltered").asBoolean())
                .as("showing the name alters nothing signed")
                .isTrue();
        assertThat(ok(call("receiver1", "GET", "/api/people/" + AUTHOR + "/recognition", null))
                        .path("credits"))
                .isNotEmpty();
        assertThat(trail("lead", "&act=changed&item=" + item).toString()).contains("I stand by it", NAME);
    }

    /** Nothing that anybody reads grew by a mention, and nothing about the item has one. */
    private void nobodyFinds(Map<String, Integer> before, Predicate<String> among) {
        assertThat(occurrences(OTHERS, among))
                .as("mentions of the held name by address and reader")
                .allSatisfy((address, count) -> assertThat(count)
                        .as(address)
                        .isLessThanOrEqualTo(
                                address.contains(things.get("item"))
                                        ? 0
                                        : before.getOrDefault(address, 0) + asOneOfAllExperts(address)));
        assertThat(trail("lead", "&item=" + things.get("item")).toString())
                .contains("name held by quality")
                .satisfies(rows -> assertThat(tells(rows)).isFalse());
        assertThat(trail("lead", "&person=" + AUTHOR + "&item=" + things.get("item")))
                .as("a filter that finds would answer the question")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where username <> ? and lower(args) like '%amarante%'")
                        .param(AUTHOR)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Where the pair is chosen every expert of the team stands, whoever told what. */
    private static int asOneOfAllExperts(String address) {
        return address.matches("\\S+ /steps/[^/]+/demonstrations") ? 2 : 0;
    }

    /** How often each address that can be read mentions the name, by address and reader. */
    private Map<String, Integer> occurrences(Map<String, String> readers, Predicate<String> among) {
        var found = new TreeMap<String, Integer>();
        var rows = AuthorityTables.rows(
                List.of("anonymous", "lead", "expert", "receiver", "quality", "auditor", "admin", "outsider"));
        for (var row : rows) {
            if (!row.method().equals("GET")
                    || row.path().contains("xlsx")
                    || row.path().contains("jsonl")) {
                continue;
            }
            var path = row.filled(things);
            if (among.test(path)) {
                readers.values()
                        .forEach(person -> found.merge(
                                person + " " + path,
                                mentions(browsers.get(person)
                                        .ask("GET", path, null)
                                        .body()),
                                Math::max));
            }
        }
        assertThat(found).hasSizeGreaterThan(5 * readers.size());
        return found;
    }

    /** The engine, read by whoever can read it, as Tasklist and Cockpit do. */
    private void engineKnowsNobody(String item, String capture, String rework) {
        var review = instance(item);
        var told = jdbc.sql("select proc_inst_id_ from act_hi_taskinst where id_ = ?")
                .param(capture)
                .query(String.class)
                .single();
        var admin = browser("admin");
        var asked = 0;
        for (var instance : List.of(review, told)) {
            for (var what : List.of(
                    "history/task",
                    "history/activity-instance",
                    "history/variable-instance",
                    "history/detail",
                    "history/process-instance",
                    "history/user-operation",
                    "history/job-log",
                    "history/incident",
                    "task",
                    "variable-instance?processInstanceIdIn=",
                    "execution",
                    "incident",
                    "job")) {
                var query = what.contains("?") ? what + instance : what + "?processInstanceId=" + instance;
                asked += silent(admin, query);
            }
            asked += silent(admin, "process-instance/" + instance);
            asked += silent(admin, "process-instance/" + instance + "/variables");
            asked += silent(admin, "process-instance/" + instance + "/activity-instances");
            asked += silent(admin, "history/process-instance/" + instance);
        }
        for (var task : List.of(capture, rework)) {
            for (var what : List.of("", "/identity-links", "/form-variables", "/comment", "/form")) {
                asked += silent(admin, "task/" + task + what);
                for (var person : OTHERS.values()) {
                    silent(browsers.get(person), "task/" + task + what);
                }
            }
            asked += silent(admin, "history/identity-link-log?taskId=" + task);
            asked += silent(admin, "authorization?resourceType=7&resourceId=" + task);
            for (var person : OTHERS.values()) {
                silent(browsers.get(person), "history/user-operation?taskId=" + task);
                silent(browsers.get(person), "task?processInstanceId=" + review);
            }
        }
        assertThat(asked).as("questions the engine answered").isGreaterThan(30);
        assertThat(admin.ask("GET", ENGINE + "history/task?taskAssignee=" + AUTHOR, null)
                        .body())
                .doesNotContain(review, told);
        assertThat(admin.ask("GET", ENGINE + "task?assignee=" + AUTHOR, null).body())
                .doesNotContain(review, rework);
        assertThat(admin.ask("GET", ENGINE + "task?candidateUser=" + AUTHOR, null)
                        .body())
                .doesNotContain(review);
        assertThat(jdbc.sql("select count(*) from act_ru_identitylink l join act_ru_task t on t.id_ = l.task_id_"
                                + " where t.proc_inst_id_ = ?")
                        .param(review)
                        .query(Integer.class)
                        .single())
                .as("the one missing among the candidates would be the author")
                .isZero();
    }

    /** What is kept of events, told or not: of this item there are many, and none says whose it is. */
    private void eventsSayNothing(String item) {
        var events = jdbc.sql("select serialized_event from event_publication where serialized_event like ?")
                .param("%" + item + "%")
                .query(String.class)
                .list();
        assertThat(events)
                .hasSizeGreaterThan(10)
                .anyMatch(event -> event.contains("\"rework\""))
                .anyMatch(event -> event.contains("\"peer-review\"") && event.contains("\"people\":[]"))
                .noneMatch(ConfidenceIT::tells);
    }

    private List<String> mailedAbout(String task) {
        return jdbc.sql("select username from mail_outbox where task_id = ?")
                .param(task)
                .query(String.class)
                .list();
    }

    /** Asks, and counts it when it was answered. */
    private static int silent(Browser browser, String query) {
        var answer = browser.ask("GET", ENGINE + query, null);
        assertThat(tells(answer.body())).as(query + ": " + answer.body()).isFalse();
        return answer.statusCode() == 200 ? 1 : 0;
    }

    private String instance(String item) {
        return jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ ="
                        + " 'item-review' order by start_time_ limit 1")
                .param(item)
                .query(String.class)
                .single();
    }

    /** The page and the record of the person say nothing of the item, but to the person and quality. */
    private void personalPagesSayNothing(String item) {
        for (var person : List.of("lead", "expert2", "receiver1", "auditor", "stranger-to-it")) {
            for (var path : List.of("/people/" + AUTHOR, "/api/people/" + AUTHOR + "/recognition", "/people")) {
                assertThat(browsers.computeIfAbsent(person, this::browser)
                                .ask("GET", path, null)
                                .body())
                        .as(path + " as " + person)
                        .doesNotContain(item, TITLE);
            }
        }
        for (var person : List.of(AUTHOR, "quality")) {
            assertThat(call(person, "GET", "/api/people/" + AUTHOR + "/recognition", null)
                            .body())
                    .contains(item);
        }
    }

    private void searchSaysNothing() {
        for (var person : List.of("lead", "expert2", "receiver1")) {
            var found = call(person, "GET", "/api/search?q=housing+twice&transfer=" + things.get("transfer"), null);
            assertThat(found.body()).contains(things.get("item"));
            assertThat(tells(found.body())).isFalse();
            assertThat(call(
                                    person,
                                    "GET",
                                    "/api/search?q=housing+twice&person=" + AUTHOR + "&transfer="
                                            + things.get("transfer"),
                                    null)
                            .body())
                    .doesNotContain(things.get("item"));
        }
    }

    private JsonNode trail(String who, String filter) {
        return ok(call(
                        who,
                        "GET",
                        "/api/transfers/" + things.get("transfer") + "/audit-trail?limit=200" + filter,
                        null))
                .path("items");
    }

    private int looks(String who, String item) {
        return jdbc.sql("select count(*) from audit_entry where act = 'author-seen' and username = ? and item_id = ?")
                .params(who, UUID.fromString(item))
                .query(Integer.class)
                .single();
    }

    private boolean credited(String item) {
        return jdbc.sql("select exists (select from credit where item_id = ? and username = ?)")
                .params(UUID.fromString(item), AUTHOR)
                .query(Boolean.class)
                .single();
    }

    private Browser browser(String person) {
        return new Browser(url("")).login(person, passwordOf(person));
    }

    private String attach(String task) {
        var file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"valve.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nwords\r\n--b--\r\n";
        var answer =
                browser(AUTHOR).ask("POST", "/api/tasks/" + task + "/files", "multipart/form-data; boundary=b", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("fileId").asText();
    }

    private void use(String task, String file) {
        var read = open(AUTHOR, task);
        var draft = JSON.createObjectNode().put("version", read.path("version").asLong());
        var content = (com.fasterxml.jackson.databind.node.ObjectNode)
                read.at("/content/items/0").deepCopy();
        content.putArray("files").add(file);
        draft.putArray("items").add(content);
        ok(call(AUTHOR, "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
    }

    private static String assignment(String username) {
        return "{\"username\":\"" + username + "\",\"reason\":\"waits for long\"}";
    }

    /** The text of all parts of the workbook. */
    private String workbook(String who) {
        var request = HttpRequest.newBuilder(
                        URI.create(url("/api/transfers/" + things.get("transfer") + "/audit-trail.xlsx")))
                .header("Authorization", basic(who, passwordOf(who)))
                .build();
        try {
            var bytes = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            var text = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                while (zip.getNextEntry() != null) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean tells(String text) {
        return mentions(text) > 0;
    }

    /** How often user name or printed name stand in the text. */
    private static int mentions(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return (lower.length() - lower.replace("amarante", "").length()) / "amarante".length();
    }

    private static Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        others.put("lead", "lead");
        others.put("expert", "expert2");
        others.put("receiver", "receiver1");
        others.put("outsider", "stranger-to-it");
        return others;
    }
}
