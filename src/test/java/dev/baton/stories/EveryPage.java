package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.workflow.TaskKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A story that goes through every page of the product: those of the sample, those of a transfer of its own in which
 * somebody shows what was told, and those of one in which nothing has happened yet.
 */
abstract class EveryPage extends StagedStory {

    private static final Set<String> FORMS =
            Arrays.stream(TaskKind.values()).map(TaskKind::code).collect(Collectors.toSet());

    private final List<Seen> pages = new ArrayList<>();

    /** All of them; an address that is missing fails the story. */
    List<Seen> everyPage() {
        pages.clear();
        var sample = sampleTransfer();
        ofEverybody();
        ofThePeople(sample);
        ofWhatWasTold(sample);
        ofTheLead(sample);
        ofTheTrail(sample);
        ofTheBench(sample);
        ofManyVoices(sample);
        var shown = shown();
        ofTheFloor(shown);
        ofTasks(Set.of(sample, sampleTransfer("Potency assay"), shown.transfer()));
        ofNothing();
        ofTheNewcomer();
        assertThat(pages.stream().map(Seen::name).toList()).doesNotHaveDuplicates();
        PageAddresses.requireAllIn(pages);
        return List.copyOf(pages);
    }

    private void add(String person, String path) {
        add(person, path, "");
    }

    private void add(String person, String path, String state) {
        pages.add(new Seen(person, path, state, 200));
    }

    private void ofEverybody() {
        add("", "/login");
        add("", "/login?error", "wrong");
        add("", "/login?ended", "ended");
        add("", "/mail/off/" + aTokenOfMail());
        pages.add(new Seen("expert1", "/nothing-here", "", 404));
        pages.add(new Seen("expert1", "/admin/people", "forbidden", 403));
        pages.add(new Seen("expert1", "/error", "", 500));
        for (var path : List.of("/notices", "/transfers", "/people", "/absence", "/mail", "/password", "/statement")) {
            add("expert1", path);
        }
        add("expert1", "/search");
        add("expert1", "/search?q=egg", "found");
        add("expert1", "/search?q=quinquireme", "nothing");
        add("receiver2", "/absence", "named");
        add("quality", "/clauses");
        add("quality", "/integrity");
        add("quality", "/integrity/" + aCheck(), "run");
        for (var path : List.of("/admin/people", "/admin/people/add", "/admin/people/expert1", "/admin/sites")) {
            add("admin", path);
        }
        add("admin", "/admin/ledger");
        add("admin", "/admin/people/auditor/inspection");
        for (var person : List.of("expert1", "lead", "receiver1", "quality", "auditor")) {
            add(person, "/", person);
        }
    }

    private void ofThePeople(String transfer) {
        var step = step(transfer, "1.3");
        add("expert1", "/people/expert2");
        add("expert2", "/people/expert2", "own");
        add("receiver1", "/people/receiver1", "receiver");
        add("expert2", "/steps/" + step + "/people");
        add("expert2", "/transfers/" + transfer + "/pulse", "answered");
        add("expert1", "/transfers/" + transfer + "/pulse");
        add("lead", "/transfers/" + transfer + "/pulse", "lead");
        add("lead", "/transfers/" + transfer + "/knowledge");
        add("lead", "/transfers/" + transfer + "/team");
    }

    private void ofWhatWasTold(String transfer) {
        var byState = new LinkedHashMap<String, JsonNode>();
        JsonNode changed = null;
        for (var item :
                read("quality", "/api/items?limit=200&transfer=" + transfer).path("items")) {
            byState.putIfAbsent(item.path("state").asText(), item);
            changed = item.path("version").asInt() > 1 ? item : changed;
        }
        byState.forEach(
                (state, item) -> add("lead", "/items/" + item.path("itemId").asText(), state));
        var approved = byState.get("approved").path("itemId").asText();
        var author = byState.get("approved").path("author").asText();
        add("receiver2", "/items/" + approved, "receiver");
        add("quality", "/items/" + approved + "/acts/withdraw");
        add(author, "/items/" + approved + "/acts/revise");
        add("receiver1", "/items/" + approved + "/landing");
        add("receiver2", "/items/" + approved + "/read");
        var older = changed == null ? byState.get("approved") : changed;
        add("lead", "/items/" + older.path("itemId").asText() + "/versions/1");
        var told = byState.get("approved").path("stepId").asText();
        add("expert1", "/transfers/" + transfer, "expert");
        add("receiver1", "/transfers/" + transfer, "receiver");
        add("expert1", "/steps/" + told);
        add("receiver1", "/steps/" + told, "receiver");
        add("expert1", "/steps/" + step(transfer, "6.1"), "untold");
    }

    private void ofTheLead(String transfer) {
        var at = "/transfers/" + transfer;
        add("lead", at);
        add("lead", "/transfers/import");
        for (var page : List.of(
                "/dashboard",
                "/process-map",
                "/items",
                "/workflow?process=item-review",
                "/calls",
                "/contradictions",
                "/items/import",
                "/instructions/import",
                "/tried-and-failed",
                "/hidden-factory",
                "/gate",
                "/documents",
                "/comparison",
                "/close-out",
                "/labels",
                "/half-life",
                "/training",
                "/authority",
                "/landings")) {
            add("lead", at + page);
        }
        add("lead", at + "/process-map?colour=risk", "risk");
        var step = step(transfer, "1.3");
        add("lead", "/steps/" + step + "/comparison");
        add("expert2", "/steps/" + step + "/comparison/materials");
        add("quality", at + "/deviations");
        add("receiver1", at + "/landings", "receiver");
        add("receiver1", at + "/readings");
        add("receiver1", at + "/authority", "receiver");
        add("receiver1", at + "/briefing");
    }

    /** The reviews of the sample's trails: one waits, one is signed with a finding. */
    private void ofTheTrail(String transfer) {
        add("auditor", "/transfers/" + transfer + "/trail");
        for (var each : List.of(transfer, sampleTransfer("Potency assay"))) {
            var state = each.equals(transfer) ? "" : "signed";
            var list = "/transfers/" + each + "/trail-reviews";
            add("quality2", list, state);
            var review = read("quality2", "/api" + list).at("/items/0/id").asText();
            add("quality2", "/trail-reviews/" + review, state);
            read("quality2", "/api/trail-reviews/" + review)
                    .path("findings")
                    .forEach(finding ->
                            add("lead", "/trail-findings/" + finding.path("id").asText()));
        }
    }

    private void ofTheBench(String transfer) {
        var step = step(transfer, "1.3");
        add("receiver1", "/transfers/" + transfer + "/demonstrations");
        add("receiver1", "/steps/" + step + "/demonstrations");
        add("receiver1", "/steps/" + step + "/practice?kind=reverse-shadow");
        var run = read("receiver1", "/api/steps/" + step + "/demonstrations").at("/items/0/id");
        add("receiver1", "/demonstrations/" + run.asText(), "signed");
        add("receiver1", "/transfers/" + transfer + "/calibrations");
        var set = read("receiver1", "/api/transfers/" + transfer + "/calibrations")
                .at("/items/0/id");
        add("receiver1", "/calibrations/" + set.asText(), "judged");
    }

    private void ofManyVoices(String transfer) {
        var call = read("lead", "/api/transfers/" + transfer + "/calls").at("/items/0");
        var called = "/calls/" + call.path("id").asText();
        add("lead", called);
        add("expert3", called, "joined");
        add("expert3", "/drafts/" + call.at("/contributions/0/captureId").asText());
        var contradiction = "/contradictions/"
                + read("lead", "/api/transfers/" + transfer + "/contradictions")
                        .at("/items/0/id")
                        .asText();
        add("lead", contradiction);
        add("lead2", contradiction, "arbiter");
    }

    /** A task of each kind on its own page, as somebody has it. */
    private void ofTasks(Set<String> transfers) {
        var kinds = new TreeSet<String>();
        for (var person : List.of("expert1", "expert2", "expert3", "receiver1", "receiver2", "quality", "quality2")) {
            for (var task : read(person, "/api/tasks?limit=200").path("items")) {
                var ours = transfers.contains(task.path("transferId").asText());
                var kind = task.path("kind").asText();
                if (ours && FORMS.contains(kind) && kinds.add(kind)) {
                    add(person, "/tasks/" + task.path("taskId").asText(), kind);
                }
            }
        }
        assertThat(kinds).contains("capture", "peer-review", "triage");
    }

    /** What is shown to be possible: read, tried, judged, landed, printed. */
    private void ofTheFloor(Shown shown) {
        var at = "/transfers/" + shown.transfer();
        var step = "/steps/" + shown.step();
        add("expert1", "/calibrations/" + shown.calibration());
        add("expert1", "/calibrations/" + shown.calibration() + "/judge");
        add("receiver1", "/demonstrations/" + shown.run());
        add("receiver1", "/demonstrations/" + shown.run() + "?cue=0&missed=true", "missed");
        add("receiver1", "/demonstrations/" + shown.run() + "/check");
        add("receiver1", "/demonstrations/" + shown.run() + "/sign");
        add("", "/verify/" + certificate(shown.transfer()));
        add("lead", "/documents/" + shown.document());
        add("lead", at + "/documents", "made");
        add("receiver1", "/floor/" + shown.step());
        add("receiver1", "/floor/equipment/" + shown.transfer() + "?name=Candling+table+CT-2");
        add("receiver1", "/floor/gone");
        add("receiver1", "/floor/paper/" + shown.paper());
        add("receiver1", "/floor/paper/" + shown.paper() + "/sheet");
        add("receiver1", "/items/" + shown.item() + "/landing", "landed");
        add("lead", at + "/landings", "landed");
        add("receiver1", step + "/demonstrations", "begun");
        add("quality", at + "/half-life", "landed");
    }

    /** A transfer in which nothing has happened yet, and pages that find nothing. */
    private void ofNothing() {
        var transfer = importedTransfer("Nothing yet", "expert1", "expert2");
        var at = "/transfers/" + transfer;
        add("lead", at, "not-started");
        for (var page : List.of(
                "/items",
                "/dashboard",
                "/process-map",
                "/workflow",
                "/calls",
                "/contradictions",
                "/tried-and-failed",
                "/hidden-factory",
                "/gate",
                "/comparison",
                "/labels",
                "/half-life",
                "/deviations",
                "/training",
                "/readings",
                "/landings",
                "/demonstrations",
                "/calibrations",
                "/documents",
                "/close-out",
                "/pulse",
                "/knowledge",
                "/team")) {
            add("lead", at + page, "nothing");
        }
        add("quality", at + "/trail-reviews", "nothing");
        add("receiver1", "/floor/" + step(transfer, "1.1"), "nothing");
        add("expert1", "/steps/" + step(transfer, "1.1"), "nothing");
        add("expert1", "/steps/" + step(transfer, "1.1") + "/people", "nothing");
        add("receiver1", "/steps/" + step(transfer, "1.1") + "/demonstrations", "nothing");
    }

    /** Somebody who is here for the first time and on no team. */
    private void ofTheNewcomer() {
        hireNewcomer();
        for (var path : List.of("/", "/notices", "/transfers", "/people/" + NEWCOMER, "/statement")) {
            add(NEWCOMER, path, "newcomer");
        }
    }
}
