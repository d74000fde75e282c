package dev.baton.notification;

import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.contradiction.ContradictionEvent.ArbiterNamed;
import dev.baton.contradiction.ContradictionEvent.Arbitrated;
import dev.baton.contradiction.ContradictionEvent.Opened;
import dev.baton.contradiction.ContradictionId;
import dev.baton.contradiction.Contradictions;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells both authors that their words differ from a colleague's, and what holds; tells the arbiter that they are asked. */
@Component
class ContradictionNews {

    private final NoticeBoard board;
    private final Contradictions contradictions;
    private final Items items;
    private final Transfers transfers;

    ContradictionNews(NoticeBoard board, Contradictions contradictions, Items items, Transfers transfers) {
        this.board = board;
        this.contradictions = contradictions;
        this.items = items;
        this.transfers = transfers;
    }

    @ApplicationModuleListener
    void on(Opened event) {
        tell(event.first(), event.second(), news("contradiction", event.id(), ""));
    }

    @ApplicationModuleListener
    void on(ArbiterNamed event) {
        board.post(List.of(event.arbiter()), news("arbiter-named", event.id(), ":" + event.arbiter()));
    }

    @ApplicationModuleListener
    void on(Arbitrated event) {
        tell(event.first(), event.second(), news("arbitrated", event.id(), ""));
    }

    private News news(String kind, ContradictionId id, String more) {
        var step = label(contradictions.known(id).stepId());
        return new News(kind, kind + ":" + id + more, "/contradictions/" + id, List.of(step));
    }

    private String label(StepId step) {
        return String.valueOf(transfers.labels(List.of(step)).get(step));
    }

    /** Each author hears of it as the author of their own item. */
    private void tell(ItemId first, ItemId second, News news) {
        for (var item : List.of(first, second)) {
            board.post(List.of(items.head(item).author()), news.about(item));
        }
    }
}
