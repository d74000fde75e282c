package dev.baton.review;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemStages;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.review.ReviewRefusals.OutOfTurn;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for questions about a version that is in force: somebody at the receiving site stood at the bench and could
 * not do it from the text. The version stays effective; its author answers, or writes the next one.
 */
@Service
@Transactional
public class BenchQuestions {

    private final Items items;
    private final ItemStages stages;
    private final ReviewRecords records;
    private final Clock clock;

    BenchQuestions(Items items, ItemStages stages, ReviewRecords records, Clock clock) {
        this.items = items;
        this.stages = stages;
        this.records = records;
        this.clock = clock;
    }

    /** The current actor asks the author of an effective version. Whoever calls has checked that they may. */
    public void ask(ItemId id, int version, String text) {
        stages.hold(id);
        var item = items.require(id);
        if (item.version() != version || item.effectiveVersion() == null) {
            throw new OutOfTurn("review.turn.next-in-work");
        }
        if (!item.inRework()) {
            stages.returnEffective(id);
        }
        records.save(new Question(item, Stage.RECEIVER_REVIEW, Acting.current(), text, null, clock.instant()));
    }
}
