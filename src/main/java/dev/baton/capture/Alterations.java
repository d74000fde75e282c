package dev.baton.capture;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailRef;
import dev.baton.capture.CaptureEvent.ContentAltered;
import dev.baton.transfer.TransferId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises the alarm once for a version whose stored content is no longer what was signed. In a transaction of its own:
 * the one that noticed only reads.
 */
@Component
class Alterations {

    private static final Logger LOG = LoggerFactory.getLogger(Alterations.class);

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alterations(JdbcClient jdbc, AuditTrail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Notes it in the trail and tells quality and administrators, the first time. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void found(UUID transfer, UUID item, int version, String title) {
        var rows = jdbc.sql("insert into content_alteration (item_id, version, found_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(item, version, Timestamp.from(clock.instant()))
                .update();
        if (rows > 0) {
            LOG.error("Content of item {} version {} is not what was signed", item, version);
            trail.record("content-altered", new TrailRef("item", item.toString(), title, transfer, item, version));
            events.publishEvent(new ContentAltered(new TransferId(transfer), new ItemId(item), version));
        }
    }
}
