package dev.baton.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.support.Statements;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The product's diagrams on an engine that has nothing else: no records, no trail, no signatures, nobody's rights. On
 * the product's database server, in a database of its own, with as many connections.
 */
final class BareEngine implements AutoCloseable {

    private static final String DATABASE = "bare";
    private static final Map<String, Object> ACCEPTED = Map.of("outcome", "accept");

    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        pool.setJdbcUrl(server.getJdbcUrl("postgres", DATABASE));
        pool.setMaximumPoolSize(20);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(DATABASE);
        configuration.setDataSource(Statements.counted(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(new HashMap<>(beans()));
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var diagram : new String[] {"knowledge-capture.bpmn", "item-review.bpmn"}) {
            deployment.addInputStream(diagram, open(Path.of("bpmn", diagram)));
        }
        deployment.deploy();
    }

    /** What the diagrams call: it decides where the token goes, and nothing more. */
    private static Map<Object, Object> beans() {
        ExecutionListener nothing = execution -> {};
        TaskListener nothingOfTask = task -> {};
        JavaDelegate nothingToDo = execution -> {};
        JavaDelegate startReview = execution -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "item-review",
                        (String) execution.getVariable("submissions"),
                        Map.of(
                                "transferId",
                                execution.getVariable("transferId"),
                                "stepId",
                                execution.getVariable("stepId"),
                                "version",
                                1,
                                "qualityFirst",
                                false));
        ExecutionListener peerFound = execution -> execution.setVariable("peerFound", true);
        JavaDelegate nobodyElse = execution -> {
            execution.setVariable("moreReviewers", false);
            execution.setVariable(
                    "additionalReviews",
                    Variables.objectValue(new ArrayList<String>(), true).create());
        };
        return Map.of(
                "reviewRouting", nobodyElse,
                "recordCheck", nothing,
                "taskPreparation", nothingOfTask,
                "taskTrail", nothingOfTask,
                "taskReminder", nothingToDo,
                "taskEscalation", nothingToDo,
                "reviewStart", startReview,
                "peerSearch", peerFound);
    }

    /** Opens a capture task; its business key. */
    String begin() {
        var capture = UUID.randomUUID().toString();
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "knowledge-capture",
                        capture,
                        Map.of(
                                "transferId", UUID.randomUUID().toString(),
                                "stepId", UUID.randomUUID().toString(),
                                "remindCycle", "R3/P7D",
                                "escalateAt", Date.from(Instant.now().plus(21, ChronoUnit.DAYS))));
        return capture;
    }

    /** Ends the capture task with one item; the item. */
    String submit(String capture) {
        var item = UUID.randomUUID().toString();
        complete(capture, "Task_CaptureKnowledge", Map.of("outcome", "submitted", "submissions", item));
        return item;
    }

    void accept(String item, String task) {
        complete(item, task, ACCEPTED);
    }

    /** Whether the review of the item has ended. */
    boolean isDone(String item) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(item)
                        .finished()
                        .count()
                == 1;
    }

    private void complete(String businessKey, String definition, Map<String, Object> variables) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(definition)
                .singleResult();
        engine.getTaskService().complete(task.getId(), variables);
    }

    private static java.io.InputStream open(Path file) {
        try {
            return java.nio.file.Files.newInputStream(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
