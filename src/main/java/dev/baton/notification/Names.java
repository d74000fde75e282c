package dev.baton.notification;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What notices call people and items, and where they lead. */
@Component
class Names {

    private final People people;
    private final Items items;
    private final Confidence confidence;

    Names(People people, Items items, Confidence confidence) {
        this.people = people;
        this.items = items;
        this.confidence = confidence;
    }

    String of(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    /** A person in whatever concerns the item; a name held in confidence stays held. */
    String of(ItemId item, String username) {
        return confidence.nameOf(item, username);
    }

    /** For whom a task waits; of an item in confidence not even who may review it, for the one missing would be it. */
    String waitedFor(@Nullable ItemId item, List<String> usernames) {
        return item != null && confidence.isHeld(item)
                ? confidence.words()
                : usernames.stream().map(this::of).collect(Collectors.joining(", "));
    }

    String title(ItemId item) {
        var title = items.known(item).content().title();
        return title == null ? item.toString() : title;
    }

    /** Whether that person may see the item, and so may hear its title. */
    boolean mayKnow(ItemId item, String username) {
        return people.person(username)
                .filter(person -> items.maySee(item, person))
                .isPresent();
    }

    static String page(ItemId item) {
        return "/items/" + item;
    }
}
