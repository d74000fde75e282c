package dev.baton.workflow;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The day on a task's card, on which one text stands for all its readers: that of the site of whoever has the task, since
 * what is due there in the evening is due tomorrow in UTC; in UTC while nobody has it.
 */
@Component
class CardDays {

    private final People people;

    CardDays(People people) {
        this.people = people;
    }

    /** The day, as {@code 2026-05-04}. */
    String of(Instant due, @Nullable String assignee) {
        ZoneId zone = Optional.ofNullable(assignee)
                .flatMap(people::person)
                .map(PersonView::zone)
                .orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(due, zone).toString();
    }
}
