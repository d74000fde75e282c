package dev.baton.notification;

import dev.baton.capture.ItemView;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.recognition.RecognitionEvent.Thanked;
import dev.baton.recognition.RecognitionEvent.ThanksAnswered;
import dev.baton.recognition.Thanks;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells contributors that somebody thanked them, and the others that they answered. */
@Component
class ThanksNews {

    private final NoticeBoard board;
    private final Names names;
    private final Thanks thanks;

    ThanksNews(NoticeBoard board, Names names, Thanks thanks) {
        this.thanks = thanks;
        this.board = board;
        this.names = names;
    }

    @ApplicationModuleListener
    void on(Thanked event) {
        board.post(
                List.of(event.to().equals(ItemView.HELD) ? thanks.thanked(event.thanksId()) : event.to()),
                new News(
                                "thanked",
                                "thanked:" + event.thanksId(),
                                Names.page(event.itemId()) + "#thanks",
                                List.of(names.of(event.from()), names.title(event.itemId())))
                        .about(event.itemId()));
    }

    @ApplicationModuleListener
    void on(ThanksAnswered event) {
        board.post(
                List.of(event.to()),
                new News(
                                "thanks-answered",
                                "thanks-answered:" + event.thanksId(),
                                Names.page(event.itemId()) + "#thanks",
                                List.of(names.of(event.itemId(), event.from()), names.title(event.itemId())))
                        .about(event.itemId()));
    }
}
