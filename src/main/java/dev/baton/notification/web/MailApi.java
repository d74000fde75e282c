package dev.baton.notification.web;

import dev.baton.notification.MailWish;
import dev.baton.notification.MailWishes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What I want by mail, and when. */
@RestController
@RequestMapping("/api/me/mail")
class MailApi {

    private final MailWishes wishes;

    MailApi(MailWishes wishes) {
        this.wishes = wishes;
    }

    /** What I chose, or what holds until I choose. */
    @GetMapping
    MailWish mine() {
        return wishes.mine();
    }

    /** From now on it is this; hours as {@code 20:00}. */
    @PutMapping
    MailWish choose(@RequestBody MailWishes.Entry entry) {
        return wishes.choose(entry);
    }
}
