package dev.baton.notification;

import dev.baton.capture.CaptureEvent.DraftPrepared;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells experts that notes of theirs wait in a draft. */
@Component
class DraftNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;

    DraftNews(NoticeBoard board, Names names, Transfers transfers) {
        this.board = board;
        this.names = names;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(DraftPrepared event) {
        var step = transfers.labels(List.of(event.stepId())).get(event.stepId());
        board.post(
                List.of(event.expert()),
                new News(
                        "draft-prepared",
                        "draft-prepared:" + event.captureId(),
                        "/",
                        List.of(names.of(event.by()), String.valueOf(event.items()), String.valueOf(step))));
    }
}
