package dev.baton.notification;

import dev.baton.identity.IdentityEvent.LockedOut;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells administrators and quality at once when something is wrong (21 CFR 11.300(d)). */
@Component
class Alarms {

    private final NoticeBoard board;
    private final People people;
    private final Clock clock;

    Alarms(NoticeBoard board, People people, Clock clock) {
        this.board = board;
        this.people = people;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(LockedOut event) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var address = event.address() == null ? "–" : event.address();
        board.post(
                administrators(),
                new News(
                        "locked-out",
                        "locked-out:" + event.username() + ":" + minute,
                        "/admin/people/" + event.username(),
                        List.of(event.username(), address)));
    }

    private List<String> administrators() {
        return people.holding(Role.ADMIN).stream().map(PersonView::username).toList();
    }
}
