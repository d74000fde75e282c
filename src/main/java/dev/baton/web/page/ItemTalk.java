package dev.baton.web.page;

import dev.baton.capture.ItemDiffs;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.review.Conversation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes on around a version: who has reviewed it and who has not yet, what changed in it, what is said of it. */
@Component
@Transactional(readOnly = true)
class ItemTalk {

    private final Conversation conversation;
    private final ItemDiffs diffs;
    private final RefusalTexts texts;

    ItemTalk(Conversation conversation, ItemDiffs diffs, RefusalTexts texts) {
        this.conversation = conversation;
        this.diffs = diffs;
        this.texts = texts;
    }

    /** A stage with whoever is there or may be. */
    record Standing(String stage, boolean done, String who) {}

    /** A field that differs, in stretches that are the same, removed or added. */
    record Changed(String field, List<?> parts) {}

    /** A remark on a version, with the passage it is about or null. */
    record Remark(String by, String site, When at, int version, String text, @Nullable String passage, boolean gone) {}

    /** All of it for one page. */
    record Talk(
            List<Standing> standing,
            List<Changed> changes,
            List<Changed> instruction,
            List<Remark> remarks,
            boolean mayRemark) {

        /** Whether somebody has still to review it. */
        public boolean isWaiting() {
            return standing.stream().anyMatch(one -> !one.done());
        }
    }

    Talk of(ItemView item) {
        var zone = Acting.current().zone();
        var latest = item.version() == item.latestVersion();
        return new Talk(
                latest && item.state().isInReview()
                        ? conversation.standing(item.itemId()).stream()
                                .map(one -> new Standing(one.stage(), one.done(), String.join(" / ", one.who())))
                                .toList()
                        : List.of(),
                item.version() < 2
                        ? List.of()
                        : changed(diffs.between(item.itemId(), item.version() - 1, item.version())),
                changed(diffs.againstInstruction(item.itemId(), item.version())),
                conversation.of(item.itemId()).stream()
                        .filter(said -> said.version() <= item.version())
                        .map(said -> new Remark(
                                said.byName(),
                                said.bySite(),
                                Moments.in(zone, said.at()),
                                said.version(),
                                said.text(),
                                said.anchor() == null ? null : said.anchor().exact(),
                                said.anchor() != null && !said.anchor().isIn(item.content())))
                        .toList(),
                latest && conversation.maySay(item));
    }

    private List<Changed> changed(Map<String, @Nullable Object> diff) {
        return diff.get("fields") instanceof List<?> fields
                ? fields.stream()
                        .map(Map.class::cast)
                        .map(field -> new Changed(
                                texts.wordOr("item.part." + field.get("field"), String.valueOf(field.get("field"))),
                                field.get("parts") instanceof List<?> parts ? parts : List.of()))
                        .toList()
                : List.of();
    }
}
