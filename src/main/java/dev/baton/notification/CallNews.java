package dev.baton.notification;

import dev.baton.call.Calls.CallPublished;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the experts of a transfer that they are called. */
@Component
class CallNews {

    private final NoticeBoard board;
    private final Transfers transfers;

    CallNews(NoticeBoard board, Transfers transfers) {
        this.board = board;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(CallPublished event) {
        board.post(
                transfers.members(event.transferId(), Role.EXPERT),
                new News("call", "call:" + event.id(), "/calls/" + event.id(), List.of(event.theme())));
    }
}
