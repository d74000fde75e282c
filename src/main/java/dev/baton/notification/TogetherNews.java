package dev.baton.notification;

import dev.baton.capture.CaptureEvent.CoAuthorInvited;
import dev.baton.capture.CaptureEvent.CoAuthorSigned;
import dev.baton.capture.CaptureEvent.DraftCommented;
import dev.baton.capture.CaptureEvent.DraftOpened;
import dev.baton.capture.DraftId;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.CoAuthoring;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells colleagues that somebody wants to write with them or to hear what they think, and authors what came of it. */
@Component
class TogetherNews {

    private final NoticeBoard board;
    private final Names names;
    private final Transfers transfers;
    private final CoAuthoring writing;

    TogetherNews(NoticeBoard board, Names names, Transfers transfers, CoAuthoring writing) {
        this.writing = writing;
        this.board = board;
        this.names = names;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(CoAuthorInvited event) {
        tell(
                event.username(),
                "co-author-invited",
                event.invitation().toString(),
                page(event.draftId()),
                event.author(),
                event.stepId());
    }

    @ApplicationModuleListener
    void on(CoAuthorSigned event) {
        tell(
                event.author(),
                "co-author-signed",
                event.signatureId().toString(),
                page(event.draftId()),
                event.username(),
                event.stepId());
    }

    @ApplicationModuleListener
    void on(DraftOpened event) {
        // Opened again to the same circle is no news.
        board.post(
                event.people(),
                new News(
                        "draft-opened",
                        "draft-opened:" + event.captureId() + ":" + event.circle(),
                        "/drafts/" + event.captureId(),
                        List.of(names.of(event.author()), label(event.stepId()))));
    }

    @ApplicationModuleListener
    void on(DraftCommented event) {
        if (!event.by().equals(event.author())) {
            tell(
                    event.author(),
                    "draft-commented",
                    event.comment().toString(),
                    "/drafts/" + event.captureId(),
                    event.by(),
                    event.stepId());
        }
    }

    private void tell(String whom, String kind, String source, String link, String by, StepId step) {
        board.post(List.of(whom), new News(kind, kind + ":" + source, link, List.of(names.of(by), label(step))));
    }

    /** Where the draft is written; the first page once it no longer is. */
    private String page(DraftId draft) {
        return writing.taskOf(draft).map(task -> "/tasks/" + task).orElse("/");
    }

    private String label(StepId step) {
        return String.valueOf(transfers.labels(List.of(step)).get(step));
    }
}
