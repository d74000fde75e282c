package dev.baton.recognition;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether whoever asked also wrote down what they heard. An expert who talks leaves the writing to the one who listens, and
 * the trail knows who began the draft; what it became is the author's, by their signature.
 */
@Component
class WrittenOut {

    private final JdbcClient jdbc;

    WrittenOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean by(String username, UUID item) {
        return jdbc.sql("select exists (select 1 from audit_entry e join knowledge_item i on i.id = ?"
                        + " where e.record_type = 'capture' and e.record_id = i.capture_id::text and e.username = ?"
                        + " and e.act in ('draft-begun', 'draft-taken-over'))")
                .params(item, username)
                .query(Boolean.class)
                .single();
    }
}
