package dev.baton.capture;

import dev.baton.capture.CaptureEvent.FirstOpenedAtReceivingSite;
import dev.baton.identity.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes when somebody of the receiving site reads a version for the first time. */
@Component
class Openings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Openings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether nobody there has read this version yet. */
    boolean isFirst(ItemView item) {
        return jdbc.sql("select count(*) from item_opening where item_id = ? and version = ?")
                        .params(item.itemId().value(), item.version())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** In a transaction of its own: what noticed it only reads. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(ItemView item) {
        var reader = Acting.current().username();
        var rows = jdbc.sql("insert into item_opening (item_id, version, reader, opened_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(item.itemId().value(), item.version(), reader, Timestamp.from(clock.instant()))
                .update();
        if (rows > 0) {
            events.publishEvent(
                    new FirstOpenedAtReceivingSite(item.transferId(), item.itemId(), item.version(), reader));
        }
    }
}
