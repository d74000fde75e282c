package dev.baton.identity;

import dev.baton.identity.IdentityEvent.StatementAccepted;
import dev.baton.identity.IdentityRefusals.StatementNotAccepted;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statement of accountability that each person reads and accepts before their first signature (21 CFR 11.10(j)):
 * which version stands, and who accepted which. Its text is {@code statement.text} in {@code messages.properties}.
 */
@Service
public class Statements {

    /** The version in force. Raise it with the text: everybody is then asked again. */
    public static final int CURRENT = 1;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Statements(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person has accepted the statement in force. */
    @Transactional(readOnly = true)
    public boolean accepted(String username) {
        return jdbc.sql("select count(*) from statement_acceptance where username = ? and version = ?")
                        .params(username, CURRENT)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The current actor accepts the statement in force; a second time changes nothing. */
    @Transactional
    public void accept() {
        var username = Acting.current().username();
        var inserted = jdbc.sql("insert into statement_acceptance (username, version, accepted_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(username, CURRENT, Timestamp.from(clock.instant()))
                .update();
        if (inserted > 0) {
            events.publishEvent(new StatementAccepted(username, CURRENT));
        }
    }

    /** Refuses with {@link StatementNotAccepted} unless the person has accepted. */
    public void require(String username) {
        if (!accepted(username)) {
            throw new StatementNotAccepted();
        }
    }
}
