package dev.baton.workflow;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may take, or has, a task about an item in confidence. The engine is not told: whoever may take a task reads who
 * else may, and the one who is missing there would be the author.
 */
@Repository
class HiddenLinks {

    static final String CANDIDATE = "candidate";
    static final String ASSIGNEE = "assignee";

    private final JdbcClient jdbc;

    HiddenLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** User names of the task's candidates, or of its assignee, in order. */
    List<String> of(String taskId, String kind) {
        return jdbc.sql("select username from hidden_link where task_id = ? and kind = ? order by username")
                .params(taskId, kind)
                .query(String.class)
                .list();
    }

    /** Exactly these people from now on. */
    void put(String taskId, String kind, Collection<String> usernames) {
        jdbc.sql("delete from hidden_link where task_id = ? and kind = ?")
                .params(taskId, kind)
                .update();
        for (var username : usernames) {
            jdbc.sql("insert into hidden_link (task_id, username, kind) values (?, ?, ?)")
                    .params(taskId, username, kind)
                    .update();
        }
    }

    /** Forgets the people of tasks that have ended. */
    void forgetEnded() {
        jdbc.sql("delete from hidden_link h where not exists (select from act_ru_task t where t.id_ = h.task_id)")
                .update();
    }
}
