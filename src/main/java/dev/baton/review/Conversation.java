package dev.baton.review;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.review.ReviewEvent.Commented;
import dev.baton.review.ReviewRefusals.EntryRefused;
import dev.baton.review.ReviewRefusals.NotYourStage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what is said about an item beside its decisions. A comment holds up nobody. Whoever has still to review
 * the version reads only their own on it, so that each looks alone.
 */
@Service
@Transactional
public class Conversation {

    private final Items items;
    private final Rounds rounds;
    private final ReviewComments comments;
    private final Confidence confidence;
    private final ReviewStanding standing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            Items items,
            Rounds rounds,
            ReviewComments comments,
            Confidence confidence,
            ReviewStanding standing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.rounds = rounds;
        this.comments = comments;
        this.confidence = confidence;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody of the transfer, or quality, remarks on the version they see. */
    public CommentView say(ItemId id, @Nullable String text, @Nullable Anchor anchor) {
        var seen = items.require(id);
        var me = Acting.current();
        if (!maySay(seen)) {
            throw new NotYourStage("review.comment-team-only");
        }
        var faults = new ArrayList<Fault>();
        Texts.require("text", text, Texts.LONGEST_ANSWER, faults);
        Anchor.check(anchor, seen.content(), faults);
        if (text == null || !faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        var comment = comments.save(new ReviewComment(seen, me, text, anchor, clock.instant()));
        if (!items.head(id).author().equals(me.username())) {
            events.publishEvent(new Commented(
                    seen.transferId(), id, seen.version(), confidence.openName(id, me.username()), comment.getId()));
        }
        return shown(id, comment);
    }

    /** Whether the current actor may remark on an item that they see. */
    @Transactional(readOnly = true)
    public boolean maySay(ItemView seen) {
        var me = Acting.current();
        return me.is(Role.QUALITY) || rounds.isOfTeam(seen.head(), me.username());
    }

    /** The comments on an item up to the version that the current actor sees, oldest first. */
    @Transactional(readOnly = true)
    public List<CommentView> of(ItemId id) {
        var seen = items.require(id);
        var me = Acting.current().username();
        var alone = rounds.isAlone(items.head(id, seen.version()), me);
        return comments.findByItemIdOrderBySaidAt(id.value()).stream()
                .filter(comment -> comment.itemVersion() <= seen.version())
                .filter(comment -> !alone
                        || comment.itemVersion() < seen.version()
                        || comment.saidBy().equals(me))
                .map(comment -> shown(id, comment))
                .toList();
    }

    /** Who has reviewed the version that the current actor sees, and who has not yet, stage by stage. */
    @Transactional(readOnly = true)
    public List<StageStanding> standing(ItemId id) {
        return standing.of(items.head(id, items.require(id).version()));
    }

    private CommentView shown(ItemId id, ReviewComment comment) {
        var by = comment.saidBy();
        var held = !by.equals(Acting.current().username()) && confidence.isHeld(id, by);
        return comment.view(held ? ItemView.HELD : by, confidence.nameOf(id, by));
    }
}
