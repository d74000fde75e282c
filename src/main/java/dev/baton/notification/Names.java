package dev.baton.notification;

import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import org.springframework.stereotype.Component;

/** What notices call people and items, and where they lead. */
@Component
class Names {

    private final People people;
    private final Items items;

    Names(People people, Items items) {
        this.people = people;
        this.items = items;
    }

    String of(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
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
