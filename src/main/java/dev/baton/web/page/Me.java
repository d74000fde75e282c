package dev.baton.web.page;

import dev.baton.identity.Actor;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import java.time.ZoneId;

/**
 * The person the page is for.
 *
 * @param works whether tasks may come to them, so that Tasklist is of use
 */
record Me(String username, String name, ZoneId zone, boolean admin, boolean works) {

    static Me of(PersonView person) {
        var admin = person.is(Role.ADMIN);
        return new Me(person.username(), person.name(), person.zone(), admin, !admin && !person.is(Role.AUDITOR));
    }

    /** The person of this request. */
    static Me of(Actor actor) {
        var admin = actor.is(Role.ADMIN);
        return new Me(actor.username(), actor.name(), actor.zone(), admin, !admin && !actor.is(Role.AUDITOR));
    }
}
