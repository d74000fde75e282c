package dev.baton.notification;

import dev.baton.handover.HandoverEvent.OverrideProposed;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells those who may sign it that an override of a gate waits for its second signature. */
@Component
class HandoverNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;

    HandoverNews(NoticeBoard board, Names names, Transfers transfers) {
        this.board = board;
        this.names = names;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(OverrideProposed event) {
        var transfer = event.transferId();
        var others = Stream.of(Role.QUALITY, Role.TRANSFER_LEAD)
                .flatMap(role -> transfers.members(transfer, role).stream())
                .filter(username -> !username.equals(event.by()))
                .distinct()
                .toList();
        board.post(
                others,
                new News(
                        "gate-override",
                        "gate-override:" + event.overrideId(),
                        "/transfers/" + transfer + "/gate",
                        List.of(names.of(event.by()), transfers.known(transfer).name())));
    }
}
