package dev.baton.capture;

import dev.baton.Page;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.capture.ItemSight.Eyes;
import dev.baton.identity.Acting;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to read knowledge items and their versions, each reader what they may see. The author's side writes through
 * {@link Rework}, and {@link ItemStages} moves items on.
 */
@Service
public class Items {

    private final KnowledgeItems items;
    private final ItemAccess access;
    private final ItemViews views;
    private final ItemLists lists;
    private final ItemSight sight;
    private final HeldNames held;
    private final Openings openings;
    private final Transfers transfers;

    Items(
            KnowledgeItems items,
            ItemAccess access,
            ItemViews views,
            ItemLists lists,
            ItemSight sight,
            HeldNames held,
            Openings openings,
            Transfers transfers) {
        this.items = items;
        this.access = access;
        this.views = views;
        this.lists = lists;
        this.sight = sight;
        this.held = held;
        this.openings = openings;
        this.transfers = transfers;
    }

    /** The item in its latest version, if the current actor may see it; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public ItemView require(ItemId id) {
        return held.shown(seen(id));
    }

    /** One version, if the current actor may see the item; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public ItemView require(ItemId id, int version) {
        return held.shown(seen(id, version));
    }

    /** All versions, oldest first, if the current actor may see the item; without names that are held in confidence. */
    @Transactional(readOnly = true)
    public List<ItemView> versions(ItemId id) {
        var item = access.item(id);
        return held.shown(views.history(item, access.newest(item, sight.in(item.transferId()))));
    }

    /** As {@link #require(ItemId)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public ItemView look(ItemId id) {
        return looked(seen(id));
    }

    /** As {@link #require(ItemId, int)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public ItemView look(ItemId id, int version) {
        return looked(seen(id, version));
    }

    /** As {@link #versions(ItemId)}, but whoever may know a held name sees it, and the look is noted. */
    @Transactional(readOnly = true)
    public List<ItemView> lookAtVersions(ItemId id) {
        var item = access.item(id);
        return views.history(item, access.newest(item, sight.in(item.transferId()))).stream()
                .map(this::looked)
                .toList();
    }

    /** Whether the current actor may see the item. */
    @Transactional(readOnly = true)
    public boolean maySee(ItemId id) {
        return items.findById(id.value())
                .map(item -> sight.in(item.transferId()).newest(item) > 0)
                .orElse(false);
    }

    /** Whether that person may see the item. */
    @Transactional(readOnly = true)
    public boolean maySee(ItemId id, PersonView person) {
        return items.findById(id.value())
                .map(item ->
                        sight.of(person.acting(null, null), item.transferId()).newest(item) > 0)
                .orElse(false);
    }

    /** Those of these items that the current actor sees only after telling themselves, each with its step. */
    @Transactional(readOnly = true)
    public Map<ItemId, StepId> keptBack(Collection<ItemId> ids) {
        return ids.isEmpty() ? Map.of() : sight.keptBack(ids);
    }

    /** What colleagues told about the step and the current actor is to see only after telling themselves. */
    @Transactional(readOnly = true)
    public KeptVoices keptVoices(StepId step) {
        var transfer = transfers.step(step).transferId();
        var eyes = sight.in(transfer);
        return new KeptVoices(eyes.keptBack().steps().contains(step.value()) ? lists.voices(step, eyes.username()) : 0);
    }

    /** The number of the item's latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public int latestVersion(ItemId id) {
        return access.item(id).latestVersion();
    }

    /** The item in its latest version without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemView known(ItemId id) {
        var item = access.item(id);
        return views.of(item, item.latestVersion());
    }

    /** The item in one version without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemView known(ItemId id, int version) {
        return views.of(access.versioned(id, version), version);
    }

    /** What rules ask about the item's latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemHead head(ItemId id) {
        var item = access.item(id);
        return views.head(item, item.latestVersion());
    }

    /** What rules ask about one version of the item, without asking who wants to know. */
    @Transactional(readOnly = true)
    public ItemHead head(ItemId id, int version) {
        return views.head(access.versioned(id, version), version);
    }

    /** The title of each of these items in its latest version, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<ItemId, String> titles(Collection<ItemId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : items.findAllById(ids.stream().map(ItemId::value).toList()).stream()
                        .collect(Collectors.toMap(KnowledgeItem::id, KnowledgeItem::title));
    }

    /** The items of a transfer that the current actor may see, by step, then by submission. */
    @Transactional(readOnly = true)
    public Page<ItemView> list(
            TransferId transfer, @Nullable StepId step, @Nullable ItemState state, @Nullable String after, int limit) {
        return list(transfer, new ItemFilter(step, state, null), after, limit);
    }

    /** The items of a transfer that pass the filter and that the current actor may see, by step, then by submission. */
    @Transactional(readOnly = true)
    public Page<ItemView> list(TransferId transfer, ItemFilter filter, @Nullable String after, int limit) {
        transfers.requireKnown(transfer);
        var eyes = sight.in(transfer);
        var page = lists.page(transfer, eyes, filter, after, limit);
        return new Page<>(held.shown(views.of(page.items(), eyes::newest)), page.next());
    }

    /** The items a person wrote, oldest first, as far as the current actor may see them and know who wrote them. */
    @Transactional(readOnly = true)
    public List<ItemView> byAuthor(String username) {
        var isMe = username.equals(Acting.current().username());
        var eyes = sight.everywhere();
        var visible = items.findByAuthorOrderByCreatedAt(username).stream()
                .filter(item -> isMe || !item.isInConfidence())
                .filter(item -> eyes.in(item.transferId()).newest(item) > 0)
                .toList();
        return views.of(visible, item -> eyes.in(item.transferId()).newest(item));
    }

    /** The items that came from a request, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<ItemView> ofCapture(CaptureId capture) {
        return views.of(items.findByCaptureIdOrderByCreatedAt(capture.value()), KnowledgeItem::latestVersion);
    }

    private ItemView looked(ItemView view) {
        if (!held.isLook(view)) {
            return held.shown(view);
        }
        held.looked(view);
        return held.alone(view);
    }

    private ItemView seen(ItemId id) {
        var item = access.item(id);
        var eyes = sight.in(item.transferId());
        return seen(item, access.newest(item, eyes), eyes);
    }

    private ItemView seen(ItemId id, int version) {
        var item = access.item(id);
        var eyes = sight.in(item.transferId());
        if (version < 1 || version > access.newest(item, eyes)) {
            throw new Unknown();
        }
        return seen(item, version, eyes);
    }

    private ItemView seen(KnowledgeItem item, int version, Eyes eyes) {
        var view = views.of(item, version);
        if (eyes.ofReceivingSite() && openings.isFirst(view)) {
            openings.opened(view);
        }
        return view;
    }
}
