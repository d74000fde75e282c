package dev.baton.verification;

import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.SigningRefused;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Two people sign at one tablet, one after the other, each with their own user name and password. Whoever is not logged
 * in at it acts for this one signature alone, from its address and session, and only once both components were right.
 */
@Component
public class SecondSigner {

    private final People people;
    private final Reauthentication reauthentication;

    SecondSigner(People people, Reauthentication reauthentication) {
        this.people = people;
        this.reauthentication = reauthentication;
    }

    /**
     * Proves who signs and does the act as that person.
     *
     * @throws SigningRefused when user name or password is wrong; the try counts
     */
    public <T> T sign(String username, String password, Function<SigningProof, T> act) {
        var session = Acting.current();
        if (username.equals(session.username())) {
            return act.apply(reauthentication.prove(username, password));
        }
        var other = people.person(username)
                .filter(PersonView::enabled)
                .filter(person -> !person.mustChangePassword())
                .map(person -> person.acting(session.address(), session.session()));
        if (other.isEmpty()) {
            // Counts against whoever holds the tablet, and tells nobody which user names there are.
            return act.apply(reauthentication.prove(username, password));
        }
        return Acting.as(other.get(), () -> act.apply(reauthentication.prove(username, password)));
    }
}
