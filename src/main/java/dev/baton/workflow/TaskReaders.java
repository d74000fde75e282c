package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemReaders;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever has taken a review reads its item on duty; to whom it is only open does not yet. */
@Component
class TaskReaders implements ItemReaders {

    private static final String TAKEN =
            """
            select i.business_key_ from act_ru_task t
              join act_ru_execution i on i.id_ = t.proc_inst_id_
              join act_re_procdef d on d.id_ = t.proc_def_id_ and d.key_ = 'item-review'
              join act_ru_variable transfer on transfer.execution_id_ = i.id_ and transfer.name_ = 'transferId'
            where t.assignee_ = :me""";

    private final JdbcClient jdbc;

    TaskReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ItemId> readBy(TransferId transfer, String username) {
        return with(
                username,
                jdbc.sql(TAKEN + " and transfer.text_ = :transfer")
                        .param("transfer", transfer.toString())
                        .param("me", username)
                        .query(String.class)
                        .list());
    }

    @Override
    public Set<ItemId> readBy(String username) {
        return with(
                username,
                jdbc.sql(TAKEN).param("me", username).query(String.class).list());
    }

    /** Those, and the one that this person takes right now, which the engine learns when it ends. */
    private static Set<ItemId> with(String username, List<String> taken) {
        return Stream.concat(taken.stream().map(ItemId::of), TaskInHand.takenBy(username).stream())
                .collect(Collectors.toSet());
    }
}
