package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.support.PlayedOverHttp;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskUnknown;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose a task is not can hold nobody up by asking for it again and again: they are refused without waiting. */
class TaskDoorIT extends PlayedOverHttp {

    private static final CompleteCommand ACCEPT = new CompleteCommand(1L, "accept", null, null, null, null, null);

    @Autowired
    private Tasks door;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whoseTaskItIsNotIsRefusedWhileSomebodyElseIsAtIt() {
        hire("door-peer", "Dora Peer", "California", "expert");
        hire("door-other", "Otis Peer", "California", "expert");
        var transfer = importTransfer("At the door " + UUID.randomUUID());
        changeTeam(transfer, "expert1", "door-peer", "door-other");
        start(transfer);
        var item = tell(transfer, "expert1", "One at a time");
        var task = task("door-peer", item, "peer-review");
        ok(call("door-peer", "POST", "/api/tasks/" + task + "/claim", null));

        transaction.executeWithoutResult(held -> {
            jdbc.sql(
                            "select id_ from act_ru_execution where id_ = (select proc_inst_id_ from act_ru_task where id_ = ?)"
                                    + " for update")
                    .param(task)
                    .query(String.class)
                    .single();

            assertThatThrownBy(() -> soon("receiver1", () -> door.complete(task, ACCEPT, null)))
                    .as("a stranger")
                    .hasCauseInstanceOf(TaskUnknown.class);
            assertThatThrownBy(() -> soon("receiver1", () -> door.claim(task))).hasCauseInstanceOf(TaskUnknown.class);
            assertThatThrownBy(() -> soon("door-other", () -> door.complete(task, ACCEPT, null)))
                    .as("a colleague who came second")
                    .hasCauseInstanceOf(TaskConflict.class);
        });
        decide("door-peer", item, "peer-review", "accept");
    }

    /** Does it on a thread of its own; it must come to its end while the lock is held. */
    private void soon(String who, Runnable act) throws Exception {
        CompletableFuture.runAsync(() -> Acting.as(people.require(who).acting(null, null), () -> {
                    act.run();
                    return who;
                }))
                .get(10, TimeUnit.SECONDS);
    }
}
