package dev.baton.notification;

import dev.baton.capture.CaptureEvent.CaptureSubmitted;
import dev.baton.capture.CaptureEvent.FirstOpenedAtReceivingSite;
import dev.baton.capture.CaptureEvent.ItemRevised;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.review.Decision;
import dev.baton.review.QuestionView;
import dev.baton.review.ReviewEvent.Answered;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.review.ReviewEvent.Commented;
import dev.baton.review.ReviewEvent.Decided;
import dev.baton.review.ReviewEvent.HoldLifted;
import dev.baton.review.ReviewEvent.NobodyForReview;
import dev.baton.review.ReviewEvent.PeerNamed;
import dev.baton.review.Reviews;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells authors, askers and quality what happened to an item, after it happened. */
@Component
class ReviewNews {

    private final NoticeBoard board;
    private final Names names;
    private final Items items;
    private final Reviews reviews;
    private final Transfers transfers;

    ReviewNews(NoticeBoard board, Names names, Items items, Reviews reviews, Transfers transfers) {
        this.board = board;
        this.names = names;
        this.items = items;
        this.reviews = reviews;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(FirstOpenedAtReceivingSite event) {
        tellAuthor(
                event.itemId(),
                "opened",
                "opened:" + event.itemId() + ":" + event.version(),
                names.of(event.reader()),
                names.title(event.itemId()));
    }

    @ApplicationModuleListener
    void on(Decided event) {
        var title = names.title(event.itemId());
        if (event.decision() == Decision.ASK) {
            for (var question : reviews.knownQuestions(event.itemId())) {
                if (question.version() == event.version() && question.stage() == event.stage()) {
                    tellAuthor(event.itemId(), "question", "question:" + question.id(), question.askedByName(), title);
                }
            }
        } else if (event.decision() == Decision.REFUSE) {
            tellAuthor(event.itemId(), "not-yet", "not-yet:" + key(event), names.of(event.by()), title);
        }
    }

    @ApplicationModuleListener
    void on(Commented event) {
        tellAuthor(
                event.itemId(),
                "commented",
                "commented:" + event.comment(),
                names.of(event.itemId(), event.by()),
                names.title(event.itemId()));
    }

    @ApplicationModuleListener
    void on(Approved event) {
        var kind = event.onHold() ? "approved-on-hold" : "approved";
        tellAuthor(
                event.itemId(),
                kind,
                "approved:" + event.itemId() + ":" + event.version(),
                names.title(event.itemId()));
    }

    @ApplicationModuleListener
    void on(HoldLifted event) {
        tellAuthor(
                event.itemId(),
                "hold-lifted",
                "hold-lifted:" + event.itemId() + ":" + event.version(),
                names.title(event.itemId()));
    }

    @ApplicationModuleListener
    void on(PeerNamed event) {
        board.post(
                List.of(event.peer()),
                new News(
                                "peer-named",
                                "peer-named:" + event.itemId() + ":" + event.version(),
                                Names.page(event.itemId()),
                                List.of(names.title(event.itemId())))
                        .about(event.itemId()));
    }

    @ApplicationModuleListener
    void on(NobodyForReview event) {
        board.post(
                transfers.members(event.transferId(), Role.TRANSFER_LEAD),
                new News(
                        "nobody-for-review",
                        "nobody-for-review:" + event.itemId() + ":" + event.version() + ":"
                                + event.stage().code(),
                        Names.page(event.itemId()),
                        List.of(
                                names.title(event.itemId()),
                                TaskWords.kind(event.stage().code()))));
    }

    @ApplicationModuleListener
    void on(Answered event) {
        answersTo(event.itemId(), event.version(), "answered");
    }

    @ApplicationModuleListener
    void on(ItemRevised event) {
        answersTo(event.itemId(), event.version() - 1, "answered-anew");
        if (event.qualityFirst()) {
            possibleDeviation(event.transferId(), event.itemId(), event.version());
        }
    }

    @ApplicationModuleListener
    void on(CaptureSubmitted event) {
        for (var submission : event.items()) {
            if (submission.qualityFirst()) {
                possibleDeviation(event.transferId(), submission.itemId(), submission.version());
            }
        }
    }

    private void possibleDeviation(TransferId transfer, ItemId item, int version) {
        board.post(
                transfers.members(transfer, Role.QUALITY),
                new News(
                                "possible-deviation",
                                "possible-deviation:" + item + ":" + version,
                                Names.page(item),
                                List.of(names.title(item)))
                        .about(item));
    }

    private void answersTo(ItemId item, int version, String kind) {
        for (QuestionView question : reviews.knownQuestions(item)) {
            var by = question.answeredBy();
            if (question.version() == version && by != null) {
                board.post(
                        List.of(question.askedBy()),
                        new News(
                                        kind,
                                        "answered:" + question.id(),
                                        Names.page(item),
                                        List.of(names.of(item, by), names.title(item)))
                                .about(item));
            }
        }
    }

    private void tellAuthor(ItemId item, String kind, String source, Object... args) {
        board.post(
                List.of(items.head(item).author()),
                new News(kind, source, Names.page(item), List.of(args)).about(item));
    }

    private static String key(Decided event) {
        return event.itemId() + ":" + event.version() + ":" + event.stage().code();
    }
}
