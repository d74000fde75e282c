package dev.baton.capture;

import dev.baton.capture.CaptureEvent.SteppedOut;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to telling in confidence: an expert chooses it before submitting, and may step out of it whenever they like.
 * Everything that was submitted together is held together, or one name would tell the other.
 */
@Service
@Transactional
public class Confidence {

    private final CaptureRequests requests;
    private final KnowledgeItems items;
    private final ItemSight sight;
    private final ItemVersions versions;
    private final CoWriters coWriters;
    private final HeldNames names;
    private final People people;
    private final ApplicationEventPublisher events;

    Confidence(
            CaptureRequests requests,
            KnowledgeItems items,
            ItemSight sight,
            ItemVersions versions,
            CoWriters coWriters,
            HeldNames names,
            People people,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.items = items;
        this.sight = sight;
        this.versions = versions;
        this.coWriters = coWriters;
        this.names = names;
        this.people = people;
        this.events = events;
    }

    /** The expert wants to submit this request in confidence, or openly after all; nobody else learns of it. */
    public CaptureView choose(CaptureId id, boolean inConfidence) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        if (!capture.expert().equals(Acting.current().username())) {
            throw new Unknown();
        }
        if (inConfidence
                && (capture.openTo() != null || !coWriters.of(id.value()).isEmpty())) {
            throw new OutOfSequence("co-author.not-in-confidence");
        }
        if (inConfidence != (capture.authorSeal() != null)) {
            requests.save(capture.sealedWith(inConfidence ? UUID.randomUUID().toString() : null));
        }
        return capture.view();
    }

    /**
     * The author stands by the item from now on, and by what they submitted together with it; the reason is in
     * {@link Acting#reason()}.
     *
     * @return the items that show their name now
     */
    public List<ItemId> stepOut(ItemId id) {
        var item = items.findLocked(id.value()).orElseThrow(Unknown::new);
        if (!item.author().equals(Acting.current().username())) {
            if (sight.in(item.transferId()).newest(item) < 1) {
                throw new Unknown();
            }
            throw new NotYours("confidence.author-only");
        }
        var out = new ArrayList<ItemId>();
        items.saveAndFlush(item.steppedOut());
        out.add(id);
        for (var other : items.findByCaptureIdOrderByCreatedAt(item.captureId().value())) {
            if (other.isInConfidence()) {
                items.saveAndFlush(other.steppedOut());
                out.add(other.id());
            }
        }
        out.forEach(each -> events.publishEvent(new SteppedOut(item.transferId(), each)));
        return out;
    }

    /** Whether nobody but the author, quality and auditors may know who wrote the item. */
    @Transactional(readOnly = true)
    public boolean isHeld(ItemId id) {
        return items.findById(id.value()).filter(KnowledgeItem::isInConfidence).isPresent();
    }

    /** Whether that person's part in the item is held: they told it, or asked and wrote. */
    @Transactional(readOnly = true)
    public boolean isHeld(ItemId id, String username) {
        return isHeld(id) && authorSide(id).contains(username);
    }

    /** The printed name of a person in whatever concerns the item, as everybody may read it. */
    @Transactional(readOnly = true)
    public String nameOf(ItemId id, String username) {
        return isHeld(id, username)
                ? names.words()
                : people.person(username).map(PersonView::name).orElse(username);
    }

    /** A user name in whatever concerns the item, as events may keep it: {@link ItemView#HELD} while held. */
    @Transactional(readOnly = true)
    public String openName(ItemId id, String username) {
        return isHeld(id, username) ? ItemView.HELD : username;
    }

    /** Notes that the current actor, who may know, saw who wrote these items. */
    public void seen(Collection<ItemId> ids) {
        names.lookedInTrail(items.findAllById(ids.stream().map(ItemId::value).toList()));
    }

    /** What stands in place of a held name. */
    public String words() {
        return names.words();
    }

    private Set<String> authorSide(ItemId id) {
        return versions.findByItemIdOrderByVersion(id.value()).stream()
                .flatMap(ItemVersion::authorSide)
                .collect(Collectors.toSet());
    }
}
