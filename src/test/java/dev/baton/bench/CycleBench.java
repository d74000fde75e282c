package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.capture.ItemContent;
import dev.baton.identity.Reauthentication;
import dev.baton.support.Statements;
import dev.baton.transfer.StepId;
import dev.baton.workflow.CompleteCommand;
import dev.baton.workflow.Completion;
import dev.baton.workflow.Tasks;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * P1: an item's whole way (submitted, reviewed by a peer and by the receiving site, triaged, approved; five signatures)
 * through the product's doors, against the same diagrams on a bare engine. And how many statements each step sends.
 */
class CycleBench extends BenchedBaton {

    private static final int CYCLES = Scale.of(4, 16);
    private static final double TARGET = 0.7;
    private static final double MOST_STATEMENTS_MORE = 10;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STEPS = steps();

    @Autowired
    private Tasks tasks;

    @Autowired
    private Reauthentication reauthentication;

    @Autowired
    private TaskService engineTasks;

    @Autowired
    private EmbeddedPostgres server;

    @Autowired
    private JdbcTemplate jdbc;

    private BareEngine bare;
    private List<StepId> steps = List.of();
    private int next;

    /** The tasks after the submission, in order, and who does them. */
    private static Map<String, String> steps() {
        var steps = new LinkedHashMap<String, String>();
        steps.put("Task_ReviewAsPeer", "expert2");
        steps.put("Task_ReviewAtReceivingSite", "receiver1");
        steps.put("Task_TriageItem", "quality");
        steps.put("Task_ApproveVersion", "quality2");
        return steps;
    }

    @BeforeEach
    void begin() throws Exception {
        bare = new BareEngine(server);
        anotherTransfer();
    }

    /** What a cycle costs grows with what its step has already; a step of a real process has a few items. */
    private void anotherTransfer() throws InterruptedException {
        var transfer = startedTransfer("Measured " + System.nanoTime());
        steps = StreamSupport.stream(
                        json(call("lead", "GET", "/api/transfers/" + transfer + "/steps?limit=200", null))
                                .path("items")
                                .spliterator(),
                        false)
                .map(step -> StepId.of(step.path("id").asText()))
                .toList();
        awaitListeners();
    }

    @AfterEach
    void end() {
        bare.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void aCycleIsNearlyAsFastAsOnABareEngine(int threads) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            Comparison.of("P1", "item cycle")
                    .at("threads", threads)
                    .on(DATABASE)
                    .within(Scale.seconds(45))
                    .target(TARGET)
                    .reference(new Cycles<>(pool, bare::begin, this::onBareEngine))
                    .ours(new Cycles<>(pool, this::drafted, this::asProduct) {
                        @Override
                        public void before() throws Exception {
                            anotherTransfer();
                            super.before();
                        }

                        @Override
                        public void after() throws InterruptedException {
                            awaitListeners();
                        }
                    })
                    .measure();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void eachStepSendsFewMoreStatementsThanTheBareEngine() throws Exception {
        asProduct(drafted());
        awaitListeners();
        var ours = new LinkedHashMap<String, List<String>>();
        var draft = drafted();
        var item = new String[1];
        ours.put("Task_CaptureKnowledge", Statements.of(() -> item[0] = submit(draft)));
        STEPS.forEach((task, who) -> ours.put(task, Statements.of(() -> accept(item[0], task, who))));
        var theirs = new LinkedHashMap<String, List<String>>();
        var capture = bare.begin();
        var bareItem = new String[1];
        theirs.put("Task_CaptureKnowledge", Statements.of(() -> bareItem[0] = bare.submit(capture)));
        STEPS.keySet().forEach(task -> theirs.put(task, Statements.of(() -> bare.accept(bareItem[0], task))));
        assertThat(bare.isDone(bareItem[0])).isTrue();
        for (var entry : ours.entrySet()) {
            var published = entry.getValue().stream()
                    .filter(sql -> sql.toLowerCase(java.util.Locale.ROOT).contains("event_publication"))
                    .count();
            var sent = entry.getValue().size() - published;
            var bareSent = theirs.get(entry.getKey()).size();
            java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "bench"));
            java.nio.file.Files.write(
                    java.nio.file.Path.of("target", "bench", "statements-" + entry.getKey() + ".sql"),
                    entry.getValue().stream()
                            .map(sql -> sql.replaceAll("\\s+", " "))
                            .toList());
            figure(entry.getKey() + ": statements", sent, null);
            figure(entry.getKey() + ": statements of the bare engine", bareSent, null);
            figure(entry.getKey() + ": statements for event publications", published, null);
            figure(entry.getKey() + ": statements more than the bare engine", sent - bareSent, MOST_STATEMENTS_MORE);
        }
    }

    private static void figure(String name, long value, Double most) throws Exception {
        Comparison.figure("P1", name, Map.of(), "statements", value, most);
    }

    private String onBareEngine(String capture) {
        var item = bare.submit(capture);
        STEPS.keySet().forEach(task -> bare.accept(item, task));
        return item;
    }

    private String asProduct(Draft draft) {
        var item = submit(draft);
        STEPS.forEach((task, who) -> accept(item, task, who));
        return item;
    }

    private record Draft(String task, long version) {}

    private Draft drafted() {
        return as("expert1", () -> {
            var task = tasks.beginCapture(steps.get(next++ % steps.size()));
            return new Draft(task, tasks.saveDraft(task, 0, List.of(content())).version());
        });
    }

    private static ItemContent content() {
        return JSON.convertValue(
                Map.of(
                        "title", "Wait until the shadow settles",
                        "kind", "sensory-cue",
                        "whatIsDone", "I tilt the whole tray about a hand's width and wait for the shadow to settle.",
                        "why", "A moving shadow means that the fluid still runs.",
                        "cue", "The shadow stands still."),
                ItemContent.class);
    }

    private String submit(Draft draft) {
        return as("expert1", () -> complete(draft.task(), draft.version(), "submit", null, "expert1"))
                .items()
                .get(0)
                .toString();
    }

    private void accept(String item, String definition, String who) {
        var task = engineTasks
                .createTaskQuery()
                .processInstanceBusinessKey(item)
                .taskDefinitionKey(definition)
                .singleResult()
                .getId();
        var triage = definition.equals("Task_TriageItem") ? "within-range" : null;
        as(who, () -> complete(task, 1, "accept", triage, who));
    }

    private Completion complete(String task, long version, String decision, String triage, String who) {
        var command = new CompleteCommand(version, decision, null, triage, null, null, null);
        assertThat(tasks.check(task, command)).isTrue();
        return tasks.complete(task, command, reauthentication.prove(who, DEMO_PASSWORD));
    }

    /** Notices and credits come after the commit; what is measured next shall not meet them. */
    private void awaitListeners() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var open = jdbc.queryForObject(
                    "select count(*) from event_publication where completion_date is null", Long.class);
            if (open != null && open == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("listeners do not come to an end");
    }

    @FunctionalInterface
    private interface Step<F, T> {
        T of(F from) throws Exception;
    }

    /** Some cycles at once, each begun before the time is taken. */
    private static class Cycles<B> implements Comparison.Arm {

        private final ExecutorService pool;
        private final Callable<B> begin;
        private final Step<B, String> through;
        private final List<B> begun = new ArrayList<>();

        Cycles(ExecutorService pool, Callable<B> begin, Step<B, String> through) {
            this.pool = pool;
            this.begin = begin;
            this.through = through;
        }

        @Override
        public void before() throws Exception {
            begun.clear();
            for (int i = 0; i < CYCLES; i++) {
                begun.add(begin.call());
            }
        }

        @Override
        public void run() throws Exception {
            var work = new ArrayList<Callable<String>>();
            begun.forEach(one -> work.add(() -> through.of(one)));
            for (var done : pool.invokeAll(work)) {
                assertThat(done.get()).isNotEmpty();
            }
        }
    }
}
