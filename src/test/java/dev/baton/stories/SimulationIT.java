package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.PlayedOverHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A whole transfer from the import to the acceptance, over the API alone: people ask, refuse, fail, are away and leave,
 * as the dice of a seed will have it, and after every act the record is where it should be. {@code -Psimulation} plays
 * the sample transfer with all its steps; otherwise two steps show that it can be played. {@code -Dsimulation.seed}
 * plays another one.
 */
class SimulationIT extends PlayedOverHttp {

    private static final Path TWO_STEPS = Path.of("src/main/resources/sample/potency-assay-steps.xlsx");
    private static final Path ALL_STEPS = Path.of("src/main/resources/sample/laiv-process-steps.xlsx");
    private static final Path KEPT = Path.of("target", "simulation");
    private static final int FEW = 10;

    private static final List<String> EXPERTS = List.of("expert1", "expert2", "expert3");
    private static final List<String> PEERS = List.of("expert1", "expert2", "expert3", "lead");
    private static final List<String> RECEIVERS = List.of("receiver1", "receiver2");
    private static final List<String> QUALITY = List.of("quality", "quality2");
    private static final List<String> ADDITIONAL =
            List.of("second-peer-review", "specialist-review", "second-receiver-review", "site-quality-review");
    private static final Map<String, List<String>> PEOPLE = Map.of(
            "peer-review", PEERS,
            "name-peer", QUALITY,
            "receiver-review", RECEIVERS,
            "triage", QUALITY,
            "approval", QUALITY,
            "second-peer-review", EXPERTS,
            "specialist-review", EXPERTS,
            "second-receiver-review", RECEIVERS,
            "site-quality-review", QUALITY);
    private static final List<String> KINDS =
            List.of("hidden-step", "work-around", "sensory-cue", "judgement", "extra-check", "negative-knowledge");
    private static final List<String> CUES =
            List.of("the sound of the pump", "a blue rim", "the smell of warm plastic", "how it pulls", "a slow drip");

    private final long seed = Long.getLong("simulation.seed", 20260115L);
    private final Random dice = new Random(seed);
    private final int wanted = Integer.getInteger("simulated", FEW);

    /** What an item should be: its state, and whether its author has it back. */
    private record Standing(String state, boolean inRework) {}

    private final Map<String, Standing> should = new LinkedHashMap<>();
    private final Map<String, String> authors = new LinkedHashMap<>();
    private final Map<String, String> stepsOf = new LinkedHashMap<>();
    private final Map<String, Integer> happened = new LinkedHashMap<>();
    private String transfer = "";
    private String leaver = "";

    @Autowired
    private TaskService engineTasks;

    @Test
    @Timeout(value = 40, unit = java.util.concurrent.TimeUnit.MINUTES)
    void aTransferIsPlayedToItsEnd() throws IOException {
        System.out.println("simulation: seed " + seed + ", at least " + wanted + " items");
        begin();
        compare();
        tell();
        var items = new ArrayList<>(should.keySet());
        Collections.shuffle(items, dice);
        for (int i = 0; i < items.size(); i++) {
            if (i >= items.size() / 3 && !happened.containsKey("absence")) {
                somebodyIsAway(items.get(i));
            }
            if (i == items.size() / 2) {
                somebodyLeaves(items.get(i));
            }
            review(items.get(i));
        }
        everythingStands();
        signDocument("protocol");
        passGate("planning", "execution");
        show();
        land();
        signDocument("report");
        passGate("execution", "close-out");
        accept();
        everythingStands();
        keep();
        System.out.println("simulation: seed " + seed + ", " + should.size() + " items, " + happened);
        for (var what :
                List.of("question", "not yet", "next version", "failed run", "override", "absence", "leaver", "hold")) {
            assertThat(happened).as("what a transfer without is no test").containsKey(what);
        }
        if (wanted > FEW) {
            assertThat(should).hasSizeGreaterThanOrEqualTo(wanted);
        }
    }

    private void begin() {
        leaver = "leaver" + Math.abs(seed % 100_000);
        hire(leaver, "Expert Who Leaves", "California", "expert");
        transfer = importTransfer("Simulated " + seed, wanted > FEW ? ALL_STEPS : TWO_STEPS);
        changeTeam(transfer, "expert1", "expert2", "expert3", leaver);
        assertPhase("initiation");
        start(transfer);
        assertPhase("planning");
    }

    /** Critical steps are compared, all but one: somebody will have to answer for that. */
    private void compare() {
        var critical = steps().stream()
                .filter(step -> step.path("critical").asBoolean())
                .map(step -> step.path("id").asText())
                .toList();
        for (int i = 1; i < critical.size(); i++) {
            var gap = dice.nextInt(4) == 0 ? "high" : "low";
            ok(call(
                    "lead",
                    "PUT",
                    "/api/steps/" + critical.get(i) + "/comparison",
                    "{\"aspects\":[{\"aspect\":\"equipment\",\"sending\":\"as built\",\"receiving\":\"new\",\"gap\":\""
                            + gap + "\",\"action\":\"Qualify it\",\"owner\":\"receiver1\",\"dueOn\":\""
                            + today().plusDays(30) + "\"}]}"));
            for (var who : List.of("lead", "receiver1")) {
                var scored = call(
                        who,
                        "POST",
                        "/api/steps/" + critical.get(i) + "/comparison/equipment/scores",
                        gap.equals("high")
                                ? "{\"severity\":9,\"occurrence\":7,\"detection\":6}"
                                : "{\"severity\":4,\"occurrence\":2,\"detection\":2}");
                assertThat(scored.statusCode()).as(scored.body()).isEqualTo(201);
            }
        }
    }

    private void tell() {
        var open = new ArrayList<String[]>();
        EXPERTS.forEach(expert -> captures(expert, transfer).forEach(task -> open.add(new String[] {expert, task})));
        for (var step : steps()) {
            var expert = EXPERTS.get(dice.nextInt(EXPERTS.size()));
            open.add(new String[] {expert, unasked(expert, step.path("id").asText())});
        }
        var byLeaver = unasked(leaver, steps().get(0).path("id").asText());
        Collections.shuffle(open, dice);
        open.add(new String[] {leaver, byLeaver});
        var each = 1 + wanted / open.size();
        for (var one : open) {
            if (!one[0].equals(leaver) && dice.nextInt(12) == 0) {
                signed(end(one[0], one[1], decision("nothing-hidden")));
                count("nothing hidden");
            } else {
                submit(one[0], one[1], each);
            }
        }
        while (should.size() < wanted) {
            submit(
                    EXPERTS.get(0),
                    unasked(EXPERTS.get(0), steps().get(0).path("id").asText()),
                    1);
        }
    }

    private String unasked(String expert, String step) {
        var begun = call(expert, "POST", "/api/steps/" + step + "/capture-tasks", "{}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return json(begun).path("taskId").asText();
    }

    private void submit(String expert, String task, int number) {
        var seen = open(expert, task);
        var draft = JSON.createObjectNode().put("version", seen.path("version").asLong());
        var list = draft.putArray("items");
        for (int i = 0; i < number; i++) {
            var cue = CUES.get(dice.nextInt(CUES.size()));
            list.addObject()
                    .put("title", "Go by " + cue + " (" + (should.size() + i + 1) + ")")
                    .put("kind", KINDS.get(dice.nextInt(KINDS.size())))
                    .put("whatIsDone", "We wait for " + cue + ", then count to " + (3 + dice.nextInt(20)) + ".")
                    .put("why", "Without it the next step starts too early.")
                    .put("cue", cue)
                    .put("outsideRange", dice.nextInt(10) == 0 || should.isEmpty() ? "yes" : "no");
        }
        ok(call(expert, "PUT", "/api/tasks/" + task + "/draft", draft.toString()));
        for (var item : signed(end(expert, task, decision("submit"))).path("items")) {
            authors.put(item.asText(), expert);
            stands(item.asText(), "submitted", false);
        }
    }

    /** One item from its submission to its approval: whoever has something to do does it, in any order. */
    private void review(String item) {
        var round = new Round(item);
        for (int acts = 0; acts < 60; acts++) {
            if (should.get(item).state().equals("approved")) {
                lift(item);
                return;
            }
            if (should.get(item).inRework()) {
                round.rework();
            } else {
                round.act();
            }
        }
        throw new AssertionError(item + " goes round and round");
    }

    /** What is known of the round of one item, beside what the product says. */
    private final class Round {

        private final String item;
        private final String author;
        private final boolean qualityFirst;
        private boolean triaged;
        private int number = 1;
        private int refusals;

        Round(String item) {
            this.item = item;
            this.author = authors.get(item);
            this.qualityFirst = item(item).path("outsideRange").asText().equals("yes");
        }

        /** The author answers and changes nothing, or writes the next version. */
        void rework() {
            if (!should.get(item).state().equals("draft") && dice.nextBoolean()) {
                answer(author, item);
                stands(item, should.get(item).state(), false);
                return;
            }
            changeAndAnswer(author, item);
            count("next version");
            triaged = false;
            number++;
            stands(item, "submitted", false);
        }

        void act() {
            for (var kind : possible()) {
                var who = has(item, kind, people(kind));
                if (who.isPresent()) {
                    decide(who.get(), kind);
                    return;
                }
            }
            throw new AssertionError("nobody has anything to do with " + item(item) + "; open: " + open(item));
        }

        /** What may be open now, in any order. */
        private List<String> possible() {
            if (qualityFirst && !triaged) {
                return List.of("triage");
            }
            var possible = new ArrayList<String>();
            possible.add("name-peer");
            if (!triaged) {
                possible.add("triage");
            }
            // Whether the table asks for one depends on scores, kind and condition; here it counts who has a task.
            possible.addAll(ADDITIONAL);
            switch (should.get(item).state()) {
                case "submitted" -> possible.add("peer-review");
                case "peer-reviewed" -> possible.add("receiver-review");
                case "triaged" -> possible.add("approval");
                default -> assertThat(should.get(item).state()).isEqualTo("receiver-reviewed");
            }
            Collections.shuffle(possible, dice);
            return possible;
        }

        private void decide(String who, String kind) {
            var state = should.get(item).state();
            if (kind.equals("name-peer")) {
                name(who);
                stands(item, state, false);
                return;
            }
            if (kind.equals("triage")) {
                triage(who);
                triaged = true;
                stands(item, state.equals("receiver-reviewed") ? "triaged" : state, false);
                return;
            }
            var decision = thrown(kind);
            SimulationIT.this.decide(who, item, kind, decision);
            assertThat(who).as("nobody reads their own").isNotEqualTo(author);
            count(decision.equals("ask") ? "question" : decision.equals("refuse") ? "not yet" : kind);
            switch (decision) {
                case "ask" -> stands(item, state, true);
                case "refuse" -> {
                    refusals++;
                    stands(item, "draft", true);
                }
                default -> stands(item, after(state, kind), false);
            }
        }

        /** The dice are kinder in later rounds; whoever has left is asked nothing. */
        private String thrown(String kind) {
            if (author.equals(leaver) || kind.equals("approval")) {
                return "accept";
            }
            var thrown = dice.nextInt(8 * number);
            if (thrown == 0 || !happened.containsKey("question")) {
                return "ask";
            }
            return (thrown == 1 || !happened.containsKey("not yet")) && refusals < 1 ? "refuse" : "accept";
        }

        private String after(String state, String kind) {
            return switch (kind) {
                case "peer-review" -> "peer-reviewed";
                case "receiver-review" -> triaged ? "triaged" : "receiver-reviewed";
                case "approval" -> "approved";
                default -> state;
            };
        }

        /** Nobody is left who could review as a peer: quality names the lead, who knows the process. */
        private void name(String who) {
            var naming = SimulationIT.decision("name").put("to", "lead").put("comment", "The others have a place.");
            signed(end(who, task(who, item, "name-peer"), naming));
            count("peer named");
        }

        private void triage(String who) {
            var outside = qualityFirst || dice.nextInt(12) == 0;
            var body = SimulationIT.decision("accept").put("triage", outside ? "deviation" : "within-range");
            if (outside) {
                body.put("reference", "DEV-2026-" + (100 + should.size()));
                count("hold");
            }
            signed(end(who, task(who, item, "triage"), body));
        }
    }

    /** Who may be asked; whoever is going to leave works like the others until then. */
    private List<String> people(String kind) {
        var people = new ArrayList<>(PEOPLE.get(kind));
        if (people.containsAll(EXPERTS) && !happened.containsKey("leaver")) {
            people.add(leaver);
        }
        return people;
    }

    private void lift(String item) {
        if (item(item).path("onHold").asBoolean()) {
            var lifted = call(
                    "quality",
                    "POST",
                    "/api/items/" + item + "/lift-hold",
                    proof("quality").put("reason", "The record is closed.").toString());
            assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(200);
            assertThat(item(item).path("onHold").asBoolean()).isFalse();
        }
    }

    private void somebodyIsAway(String item) {
        var who = has(item, "peer-review", EXPERTS);
        if (who.isEmpty() || has(item, "peer-review", except(who.get())).isEmpty()) {
            return;
        }
        ok(call(who.get(), "POST", "/api/tasks/" + task(who.get(), item, "peer-review") + "/claim", null));
        var body = JSON.createObjectNode()
                .put("from", californiaToday().toString())
                .put("until", californiaToday().plusDays(9).toString())
                .putNull("delegate");
        var away = call(who.get(), "POST", "/api/me/absences", body.toString());
        assertThat(away.statusCode()).as(away.body()).isEqualTo(201);
        assertThat(has(item, "peer-review", except(who.get())))
                .as("the review is back with the group")
                .isPresent();
        var absence = ok(call(who.get(), "GET", "/api/me/absences", null))
                .at("/items/0/id")
                .asText();
        assertThat(call(who.get(), "DELETE", "/api/me/absences/" + absence + "?reason=back", null)
                        .statusCode())
                .isEqualTo(204);
        count("absence");
    }

    private static List<String> except(String who) {
        return EXPERTS.stream().filter(expert -> !expert.equals(who)).toList();
    }

    private void somebodyLeaves(String item) {
        var task = findTask(leaver, item, "peer-review");
        task.ifPresent(id -> ok(call(leaver, "POST", "/api/tasks/" + id + "/claim", null)));
        ok(call("admin", "PATCH", "/api/people/" + leaver, "{\"enabled\":false,\"reason\":\"left the company\"}"));
        if (task.isPresent()) {
            assertThat(has(item, "peer-review", EXPERTS).or(() -> has(item, "name-peer", QUALITY)))
                    .as("the leaver's review is open again, or a peer has to be named")
                    .isPresent();
        }
        for (var theirs : authors.entrySet()) {
            if (theirs.getValue().equals(leaver)) {
                stands(theirs.getKey(), item(theirs.getKey()).path("state").asText(), false);
            }
        }
        count("leaver");
    }

    private void signDocument(String kind) {
        var made = call(
                "lead",
                "POST",
                "/api/transfers/" + transfer + "/documents/" + kind,
                proof("lead").toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = json(made).path("id").asText();
        for (var who : List.of("receiver1", "quality")) {
            ok(call(who, "POST", "/api/documents/" + id + "/sign", proof(who).toString()));
        }
    }

    /** Two people answer for what is still missing; a closed gate refuses before. */
    private void passGate(String from, String to) {
        assertPhase(from);
        var gate = ok(call("lead", "GET", "/api/transfers/" + transfer + "/gate", null));
        if (!gate.path("open").asBoolean()) {
            assertThat(conclude()).as("a closed gate").isEqualTo(409);
            override();
        }
        assertThat(conclude()).isEqualTo(200);
        assertPhase(to);
    }

    private void override() {
        for (var who : List.of("lead", "quality2")) {
            var body = proof(who).put("reason", "The season does not wait.");
            var signed = call(who, "POST", "/api/transfers/" + transfer + "/gate/override", body.toString());
            assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        }
        count("override");
    }

    private int conclude() {
        return call("lead", "POST", "/api/transfers/" + transfer + "/conclude-phase", "{\"reason\":\"done\"}")
                .statusCode();
    }

    /** Each step is taught back: some runs fail first, then three in a row pass. */
    private void show() {
        for (var step : steps()) {
            var id = step.path("id").asText();
            var cues = ok(call("receiver1", "GET", "/api/steps/" + id + "/demonstrations", null))
                    .path("cues");
            if (cues.isEmpty()) {
                continue;
            }
            var expert = StreamSupport.stream(step.path("experts").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(EXPERTS::contains)
                    .findFirst()
                    .orElse("expert1");
            for (int failed = happened.containsKey("failed run") ? dice.nextInt(2) : 1; failed > 0; failed--) {
                run(id, expert, cues, false);
                count("failed run");
            }
            for (int i = 0; i < 3; i++) {
                run(id, expert, cues, true);
            }
            var state = ok(call("receiver1", "GET", "/api/steps/" + id + "/demonstrations", null));
            assertThat(state.toString()).as("step " + id).contains("\"passed\"");
        }
    }

    private void run(String step, String expert, JsonNode cues, boolean right) {
        var run = JSON.createObjectNode()
                .put("kind", "teach-back")
                .put("formal", true)
                .put("receiver", "receiver1")
                .put("expert", expert)
                .put("rightFirstTime", right);
        run.putArray("agreedBy").add("receiver1").add(expert);
        var named = run.putArray("cues");
        cues.forEach(cue ->
                named.addObject().put("itemId", cue.path("itemId").asText()).put("score", 3));
        var begun = call("receiver1", "POST", "/api/steps/" + step + "/demonstrations", run.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        var id = json(begun).path("id").asText();
        for (var who : List.of("receiver1", expert)) {
            ok(call(
                    who,
                    "POST",
                    "/api/demonstrations/" + id + "/sign",
                    proof(who).toString()));
        }
    }

    private void land() {
        int number = 400;
        for (var item : should.keySet()) {
            var body = JSON.createObjectNode()
                    .put("document", "SOP-LIV-0" + number++)
                    .put("section", "5." + (1 + dice.nextInt(9)))
                    .put("effectiveOn", today().minusDays(1).toString());
            var landed = call("receiver2", "POST", "/api/items/" + item + "/landing", body.toString());
            assertThat(landed.statusCode()).as(landed.body()).isEqualTo(201);
            stands(item, "transferred", false);
        }
    }

    /** Quality has reviewed no trail: two answer for that; then both units and quality accept. */
    private void accept() {
        override();
        for (var who : List.of("lead", "receiver1", "quality")) {
            var signed = call(
                    who,
                    "POST",
                    "/api/transfers/" + transfer + "/acceptance",
                    proof(who).toString());
            assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        }
        assertThat(ok(call("lead", "GET", "/api/transfers/" + transfer + "/acceptance", null))
                        .path("acceptedAt")
                        .isNull())
                .isFalse();
    }

    /** Every item is where it should be; its signatures stand and are those of different people. */
    private void everythingStands() {
        should.forEach((item, standing) -> {
            var now = item(item);
            assertThat(now.path("state").asText()).as(item).isEqualTo(standing.state());
            var version = now.path("version").asInt();
            var people = new HashSet<String>();
            int counted = 0;
            for (var signature : now.path("signatures")) {
                assertThat(signature.path("valid").asBoolean()).as(item).isTrue();
                if (!signature.path("meaning").asText().equals("responsibility")) {
                    counted++;
                    people.add(signature.path("username").asText());
                }
            }
            assertThat(people)
                    .as("one place each, version " + version + " of " + item)
                    .hasSize(counted);
            assertThat(counted).as(item).isGreaterThanOrEqualTo(4);
        });
        var coverage =
                ok(call("auditor", "GET", "/api/transfers/" + transfer, null)).path("coverage");
        var steps = (int) stepsOf.values().stream().distinct().count();
        assertThat(coverage.path("approved").asInt()).isGreaterThanOrEqualTo(steps);
    }

    /** Keeps what there is to take away, for whoever wants to look. */
    private void keep() throws IOException {
        Files.createDirectories(KEPT);
        for (var name : List.of("handover-book.pdf", "handover-book.docx", "handover-book.epub", "dossier.zip")) {
            var answer = download("quality", "/api/transfers/" + transfer + "/" + name);
            if (answer.length > 0) {
                Files.write(KEPT.resolve(name), answer);
            }
        }
    }

    private void stands(String item, String state, boolean inRework) {
        var now = item(item);
        assertThat(now.path("state").asText()).as(item).isEqualTo(state);
        assertThat(now.path("inRework").asBoolean()).as(item).isEqualTo(inRework);
        should.put(item, new Standing(state, inRework));
        stepsOf.put(item, now.path("stepId").asText());
    }

    private Optional<String> has(String item, String kind, List<String> people) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, dice);
        return shuffled.stream()
                .filter(who -> findTask(who, item, kind).isPresent())
                .findFirst();
    }

    /** The open tasks of an item and whose they are, for whoever has to find out why a transfer stands still. */
    private List<String> open(String item) {
        return engineTasks.createTaskQuery().processInstanceBusinessKey(item).list().stream()
                .map(task -> task.getTaskDefinitionKey() + " of "
                        + engineTasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(link -> link.getUserId())
                                .toList())
                .toList();
    }

    private List<JsonNode> steps() {
        return StreamSupport.stream(
                        ok(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null))
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private void assertPhase(String phase) {
        assertThat(ok(call("lead", "GET", "/api/transfers/" + transfer, null))
                        .path("phase")
                        .asText())
                .isEqualTo(phase);
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode proof(String who) {
        return JSON.createObjectNode().put("username", who).put("password", passwordOf(who));
    }

    /** The day where the experts work: an absence counts by the day of the person's site. */
    private static LocalDate californiaToday() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private void count(String what) {
        happened.merge(what, 1, Integer::sum);
    }
}
