package dev.baton.notification.web;

import dev.baton.Page;
import dev.baton.notification.NoticeView;
import dev.baton.notification.Notices;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happened that concerns me. */
@RestController
@RequestMapping("/api/notices")
class NoticesApi {

    private final Notices notices;

    NoticesApi(Notices notices) {
        this.notices = notices;
    }

    /** My notices, newest first; one page with the latest {@value Notices#SHOWN}. */
    @GetMapping
    Page<NoticeView> mine() {
        return new Page<>(notices.mine(), null);
    }

    /** I have read this one. */
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        notices.read(UUID.fromString(id));
    }
}
