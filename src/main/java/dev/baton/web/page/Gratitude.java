package dev.baton.web.page;

import dev.baton.capture.ItemView;
import dev.baton.transfer.TransferId;
import dev.baton.web.page.ItemPage.Thanked;
import dev.baton.web.page.PersonPage.Credit;
import dev.baton.web.page.TransferPage.Contributor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credits and thanks as the pages show them. */
@Component
class Gratitude {

    /** Who signed what is approved in this transfer, and how often each was thanked. */
    List<Contributor> contributors(TransferId transfer) {
        return List.of();
    }

    /** What a person gave. */
    List<Credit> credits(String username) {
        return List.of();
    }

    /** The thanks a person received. */
    List<Thanked> thanksTo(String username) {
        return List.of();
    }

    /** The thanks said about an item. */
    List<Thanked> thanksFor(ItemView item) {
        return List.of();
    }

    /** Says thank you to an item's author. */
    void thank(ItemView item, String text) {}
}
