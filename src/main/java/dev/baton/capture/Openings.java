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

/** Notes who of the receiving site reads an item, and when a version is read there for the first time. */
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

    /** Whether nobody there has read this version yet, or the current actor has not read the item. */
    boolean isFirst(ItemView item) {
        return jdbc.sql("select not exists (select 1 from item_opening where item_id = ? and version = ?)"
                        + " or not exists (select 1 from item_reading where item_id = ? and reader = ?)")
                .params(
                        item.itemId().value(),
                        item.version(),
                        item.itemId().value(),
                        Acting.current().username())
                .query(Boolean.class)
                .single();
    }

    /** In a transaction of its own: what noticed it only reads. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(ItemView item) {
        var reader = Acting.current().username();
        jdbc.sql("insert into item_reading (item_id, reader, version, first_read_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(item.itemId().value(), reader, item.version(), Timestamp.from(clock.instant()))
                .update();
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
