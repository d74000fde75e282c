package dev.baton.recognition;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose recognition record the current actor may see. */
@Component
class RecordSight {

    private static final String CHOSEN =
            """
            select distinct on (username) username, visibility from visibility_choice
            where username = any(?) order by username, chosen_at desc, id""";

    private static final String SHARED =
            """
            select distinct other.username from team_membership mine
            join team_membership other on other.transfer_id = mine.transfer_id where mine.username = ?""";

    private final JdbcClient jdbc;

    RecordSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the person chose; everybody, until they choose. */
    Visibility of(String username) {
        return jdbc.sql(CHOSEN)
                .param(new String[] {username})
                .query((row, n) -> row.getString("visibility"))
                .optional()
                .flatMap(Visibility::ofCode)
                .orElse(Visibility.EVERYBODY);
    }

    /** Whether the current actor may see this person's record. */
    boolean maySee(String username) {
        return hidden(Set.of(username)).isEmpty();
    }

    /** Those among these people whose record is not open to everybody. */
    Set<String> closed(Collection<String> usernames) {
        var closed = new HashSet<String>();
        jdbc.sql(CHOSEN).param(usernames.toArray(String[]::new)).query(row -> {
            if (!row.getString("visibility").equals(Visibility.EVERYBODY.code())) {
                closed.add(row.getString("username"));
            }
        });
        return closed;
    }

    /** Those among these people whose record the current actor may not see. */
    Set<String> hidden(Collection<String> usernames) {
        var actor = Acting.current();
        if (actor.equals(Actor.SYSTEM)) {
            return Set.of();
        }
        var hidden = new HashSet<String>();
        var amongOurs = new HashSet<String>();
        jdbc.sql(CHOSEN).param(usernames.toArray(String[]::new)).query(row -> {
            var username = row.getString("username");
            var chosen = row.getString("visibility");
            if (username.equals(actor.username()) || chosen.equals(Visibility.EVERYBODY.code())) {
                return;
            }
            (chosen.equals(Visibility.ME.code()) ? hidden : amongOurs).add(username);
        });
        if (!amongOurs.isEmpty() && !actor.is(Role.QUALITY)) {
            jdbc.sql(SHARED).param(actor.username()).query(String.class).list().forEach(amongOurs::remove);
            hidden.addAll(amongOurs);
        }
        return hidden;
    }
}
