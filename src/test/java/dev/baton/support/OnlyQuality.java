package dev.baton.support;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.People.PersonChange;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** As long as it is open, these alone are of quality: other tests leave people of quality behind who did nothing. */
public final class OnlyQuality {

    private final People people;
    private final List<String> others;

    public OnlyQuality(People people, String... usernames) {
        this.people = people;
        this.others = people.holding(Role.QUALITY).stream()
                .map(PersonView::username)
                .filter(username -> !Set.of(usernames).contains(username))
                .toList();
        others.forEach(username -> enable(username, false));
    }

    /** Everybody is who they were again. */
    public void close() {
        others.forEach(username -> enable(username, true));
    }

    private void enable(String username, boolean enabled) {
        var admin = new Actor("admin", "Admin", Set.of(Role.ADMIN), "California", ZoneId.of("UTC"), null, null);
        Acting.as(
                admin,
                () -> Acting.because(
                        "who reviews in a test",
                        () -> people.change(username, new PersonChange(null, null, null, enabled, null))));
    }
}
