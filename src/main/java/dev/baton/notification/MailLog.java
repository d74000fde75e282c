package dev.baton.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which notices went out by mail. */
@Component
class MailLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether its mail went out; until the end of the transaction nobody else sends it. */
    boolean isSent(UUID notice) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(notice.getMostSignificantBits())
                .query((row, number) -> number)
                .list();
        return jdbc.sql("select exists (select 1 from notice where id = ? and mailed_at is not null)")
                .param(notice)
                .query(Boolean.class)
                .single();
    }

    /** Its mail went out. */
    void sent(UUID notice) {
        jdbc.sql("update notice set mailed_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), notice)
                .update();
    }
}
