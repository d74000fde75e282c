package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks that were completed through the door, so that a repeat can be told what was signed. */
@Repository
class CompletedTasks {

    private final JdbcClient jdbc;
    private final Clock clock;

    CompletedTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(
            String taskId,
            String username,
            TaskKind kind,
            String decision,
            TransferId transfer,
            List<ItemId> items,
            List<SignatureView> signatures) {
        jdbc.sql("insert into completed_task (task_id, username, kind, decision, transfer_id, item_ids,"
                        + " signature_ids, completed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        taskId,
                        username,
                        kind.code(),
                        decision,
                        transfer.value(),
                        items.stream().map(ItemId::toString).collect(Collectors.joining(" ")),
                        signatures.stream()
                                .map(signature -> signature.id().toString())
                                .collect(Collectors.joining(" ")),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Ids of the signatures this person completed the task with; empty when they did not complete it. */
    Optional<List<UUID>> signaturesOf(String taskId, String username) {
        return jdbc.sql("select signature_ids from completed_task where task_id = ? and username = ?")
                .params(taskId, username)
                .query(String.class)
                .optional()
                .map(text -> Arrays.stream(text.split(" ", -1))
                        .filter(id -> !id.isEmpty())
                        .map(UUID::fromString)
                        .toList());
    }
}
