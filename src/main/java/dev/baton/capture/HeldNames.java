package dev.baton.capture;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailRef;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.signature.Meaning;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the names of those who wrote in confidence from whoever may not know them, and notes each look of those who may.
 * Nobody but the author is shown a name without asking for it: a list, a mail and a rule that forgets to ask see none.
 * Whoever has still to review a version is not shown what other reviewers said of it.
 */
@Component
class HeldNames {

    private final MessageSource messages;
    private final AuditTrail trail;
    private final ObjectProvider<LoneReaders> alone;

    HeldNames(MessageSource messages, AuditTrail trail, ObjectProvider<LoneReaders> alone) {
        this.messages = messages;
        this.trail = trail;
        this.alone = alone;
    }

    /** What stands in place of a held name. */
    String words() {
        return messages.getMessage("confidence.name", null, LocaleContextHolder.getLocale());
    }

    /** The same in the language of the record. */
    String recorded() {
        return messages.getMessage("confidence.name", null, Locale.ENGLISH);
    }

    /** The view as the current actor may read it in passing: without names, unless it is the author. */
    ItemView shown(ItemView view) {
        return alone(isOpenToMe(view) ? view : view.withoutNames(words()));
    }

    /** The view without what others said of it, while the current actor has still to review it. */
    ItemView alone(ItemView view) {
        var me = Acting.current().username();
        var said = view.signatures().stream()
                .anyMatch(signature -> signature.meaning() == Meaning.REVIEW
                        && signature.comment() != null
                        && !signature.username().equals(me));
        return said && view.state().isInReview() && alone.stream().anyMatch(readers -> readers.isAlone(view.head(), me))
                ? view.withoutOthersWords(me)
                : view;
    }

    List<ItemView> shown(List<ItemView> views) {
        return views.stream().map(this::shown).toList();
    }

    /** Whether the current actor may look a held name up. */
    static boolean mayLook() {
        var actor = Acting.current();
        return actor.is(Role.QUALITY) || actor.is(Role.AUDITOR);
    }

    /** Whether showing this view to the current actor is a look that is to be noted. */
    boolean isLook(ItemView view) {
        return !isOpenToMe(view) && mayLook();
    }

    private static boolean isOpenToMe(ItemView view) {
        return !view.inConfidence() || view.author().equals(Acting.current().username());
    }

    /** In a transaction of its own: what looks only reads. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void looked(ItemView view) {
        var item = view.itemId().value();
        var title = String.valueOf(view.content().title());
        note(item, title, view.transferId().value(), view.version());
    }

    /** As {@link #looked}, for a look at the trail, which must not change the trail that is looked at. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void lookedInTrail(Collection<KnowledgeItem> items) {
        items.forEach(item -> note(item.id().value(), item.title(), null, item.latestVersion()));
    }

    private void note(UUID item, String title, @Nullable UUID transfer, int version) {
        trail.record("author-seen", new TrailRef("item", item.toString(), title, transfer, item, version));
    }
}
