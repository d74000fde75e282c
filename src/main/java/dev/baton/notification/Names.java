package dev.baton.notification;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What notices call people and items, and where they lead. */
@Component
class Names {

    private static final Word HELD = new Word("confidence.name");

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

    /** In which language mail for that person is written. */
    Locale languageOf(String username) {
        return people.person(username).map(PersonView::locale).orElse(Locale.ENGLISH);
    }

    /** A person in whatever concerns the item, as a text or a {@link Word}; a name held in confidence stays held. */
    Object of(ItemId item, String username) {
        return username.equals(ItemView.HELD) || confidence.isHeld(item, username) ? HELD : of(username);
    }

    /** For whom a task waits; of an item in confidence not even who may review it, for the one missing would be it. */
    Object waitedFor(@Nullable ItemId item, List<String> usernames) {
        return item != null && confidence.isHeld(item)
                ? HELD
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
