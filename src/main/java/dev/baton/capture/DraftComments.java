package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureEvent.DraftCommented;
import dev.baton.capture.CaptureEvent.DraftOpened;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.OwnVoiceMissing;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to informal comments: an author opens a draft to colleagues before anybody reviews it, they say what they
 * think beside the answers, and the author does with it what they like. Whose own word about the step is awaited reads
 * it after that word.
 */
@Service
@Transactional
public class DraftComments implements FileSharing {

    private static final int LONGEST_QUOTE = 300;

    private final CaptureRequests requests;
    private final DraftCommentRows comments;
    private final DraftStore drafts;
    private final Evidence evidence;
    private final CoWriters coWriters;
    private final ItemSight sight;
    private final List<PeerCircle> circles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DraftComments(
            CaptureRequests requests,
            DraftCommentRows comments,
            DraftStore drafts,
            Evidence evidence,
            CoWriters coWriters,
            ItemSight sight,
            List<PeerCircle> circles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.comments = comments;
        this.drafts = drafts;
        this.evidence = evidence;
        this.coWriters = coWriters;
        this.sight = sight;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /** To whom the author of the request could open its draft: circles by code, with the number of their people. */
    @Transactional(readOnly = true)
    public Map<String, Integer> circles(CaptureView request) {
        var known = new LinkedHashMap<String, Integer>();
        for (var circle : circles) {
            var people = new HashSet<>(circle.members(request));
            people.remove(request.expert());
            if (!people.isEmpty()) {
                known.put(circle.code(), people.size());
            }
        }
        return known;
    }

    /** The author opens the draft to a circle. */
    public void open(CaptureId id, @Nullable String circle) {
        var capture = mine(id);
        if (capture.authorSeal() != null) {
            throw new OutOfSequence("draft.not-in-confidence");
        }
        var known = circles(capture.view());
        if (circle == null || !known.containsKey(circle)) {
            throw new NotFit(List.of(Fault.of("to", "draft.no-circle", String.join(", ", known.keySet()))));
        }
        requests.saveAndFlush(capture.openedTo(circle));
        var people = members(circle, capture.view());
        people.remove(capture.expert());
        events.publishEvent(new DraftOpened(
                capture.transferId(), id, capture.stepId(), capture.expert(), circle, Set.copyOf(people)));
    }

    /** The author closes the draft again; what was said stays with it. */
    public void close(CaptureId id) {
        requests.saveAndFlush(mine(id).openedTo(null));
    }

    /** The open draft, for those to whom it is open and for those who write it. */
    @Transactional(readOnly = true)
    public OpenDraft read(CaptureId id) {
        var capture = requests.findById(id.value()).orElseThrow(Unknown::new);
        var mine = requireReader(capture);
        return new OpenDraft(
                capture.view(),
                String.valueOf(capture.openTo()),
                items(capture),
                evidence.ofDraft(id.value()),
                said(id),
                mine);
    }

    /** What was said about a draft, oldest first; the caller knows who may read it. */
    @Transactional(readOnly = true)
    public List<DraftCommentView> said(CaptureId id) {
        return comments.findByCaptureIdOrderBySaidAt(id.value()).stream()
                .map(DraftComment::view)
                .toList();
    }

    /** The open drafts about these steps that the current actor may read and did not write. */
    @Transactional(readOnly = true)
    public List<CaptureView> openFor(Collection<StepId> steps) {
        var opened = requests.findByStepIdInAndStateAndOpenToIsNotNullOrderByDueAt(
                steps.stream().map(StepId::value).toList(), CaptureRequest.OPEN);
        if (opened.isEmpty()) {
            return List.of();
        }
        var writing = coWriters.openOf(me());
        var eyes = sight.everywhere();
        var circle = new HashMap<String, Boolean>();
        return opened.stream()
                .filter(capture -> !capture.isToldBy(me())
                        && !writing.contains(capture.id().value()))
                .filter(capture -> !isAwaited(capture, eyes.in(capture.transferId())))
                .filter(capture ->
                        circle.computeIfAbsent(capture.openTo() + " " + capture.stepId(), any -> isOpenToMe(capture)))
                .map(CaptureRequest::view)
                .toList();
    }

    /**
     * Says something about one answer of an open draft.
     *
     * @param field the answer, as {@code whatIsDone} or {@code answers.pause}; it must be filled
     */
    public DraftCommentView comment(
            CaptureId id, @Nullable String item, @Nullable String field, @Nullable String words) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        requireReader(capture);
        var faults = new ArrayList<Fault>();
        Texts.require("words", words, Texts.LONGEST_ANSWER, faults);
        var content = items(capture).stream()
                .filter(each -> String.valueOf(each.itemId()).equals(item))
                .findFirst();
        var quote = content.map(each -> quote(each, field == null ? "" : field)).orElse(null);
        if (quote == null) {
            faults.add(Fault.of("field", "draft.nothing-there"));
        }
        if (content.isEmpty() || field == null || words == null || quote == null || !faults.isEmpty()) {
            throw new NotFit(faults);
        }
        var said = comments.saveAndFlush(new DraftComment(
                capture,
                Objects.requireNonNull(content.get().itemId()),
                field,
                quote,
                words.strip(),
                me(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        events.publishEvent(new DraftCommented(
                capture.transferId(),
                id,
                capture.stepId(),
                capture.expert(),
                me(),
                said.view().id()));
        return said.view();
    }

    /** Those who write the draft have done with a comment. */
    public void settle(CaptureId id, String comment) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new);
        if (!isWrittenByMe(capture)) {
            requireReader(capture);
            throw new NotYours("draft.settled-by-its-author");
        }
        capture.requireOpen();
        var said = comments.findById(uuid(comment))
                .filter(each -> each.captureId().equals(id))
                .orElseThrow(Unknown::new);
        comments.saveAndFlush(said.settle());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isShared(UUID record) {
        return requests.findById(record)
                .filter(capture -> isWrittenByMe(capture) || (isOpenToMe(capture) && !isAwaited(capture)))
                .filter(CaptureRequest::isOpen)
                .isPresent();
    }

    private CaptureRequest mine(CaptureId id) {
        var capture = requests.findLocked(id.value())
                .filter(found -> found.expert().equals(me()) || isWrittenByMe(found))
                .orElseThrow(Unknown::new);
        if (!capture.expert().equals(me())) {
            throw new NotYours("draft.opened-by-its-author");
        }
        return capture.requireOpen();
    }

    /** Whether the current actor writes it; refuses whoever may not read it. */
    private boolean requireReader(CaptureRequest capture) {
        var mine = isWrittenByMe(capture);
        if (!mine && !isOpenToMe(capture)) {
            throw new Unknown();
        }
        if (!capture.isOpen() || capture.openTo() == null) {
            throw new OutOfSequence("draft.closed");
        }
        if (!mine && isAwaited(capture)) {
            throw new OwnVoiceMissing(capture.label());
        }
        return mine;
    }

    private boolean isWrittenByMe(CaptureRequest capture) {
        return capture.isToldBy(me()) || coWriters.of(capture.id().value()).contains(me());
    }

    private boolean isOpenToMe(CaptureRequest capture) {
        var circle = capture.openTo();
        return circle != null
                && capture.isOpen()
                && members(circle, capture.view()).contains(me());
    }

    /** Whether the current actor is still to tell what they know of the step themselves. */
    private boolean isAwaited(CaptureRequest capture) {
        return isAwaited(capture, sight.in(capture.transferId()));
    }

    private static boolean isAwaited(CaptureRequest capture, ItemSight.Eyes eyes) {
        return eyes.keptBack().steps().contains(capture.stepId().value());
    }

    private Set<String> members(String code, CaptureView request) {
        var people = new HashSet<String>();
        circles.stream()
                .filter(circle -> circle.code().equals(code))
                .forEach(circle -> people.addAll(circle.members(request)));
        return people;
    }

    private List<ItemContent> items(CaptureRequest capture) {
        return drafts.find(capture.id().value()).map(DraftStore.Note::items).orElse(List.of());
    }

    /** What stands in that field of the draft, shortened; null when there is nothing. */
    private static @Nullable String quote(ItemContent content, String field) {
        var text = field.startsWith("answers.")
                ? answer(content, field.substring("answers.".length()))
                : switch (field) {
                    case "title" -> content.title();
                    case "whatIsDone" -> content.whatIsDone();
                    case "why" -> content.why();
                    case "cue" -> content.cue();
                    case "consequence" -> content.consequence();
                    default -> failure(content, field);
                };
        return text == null || text.isBlank() ? null : Texts.shortened(text, LONGEST_QUOTE);
    }

    private static @Nullable String failure(ItemContent content, String field) {
        var failure = content.failure();
        if (failure == null) {
            return null;
        }
        return switch (field) {
            case "tried" -> failure.tried();
            case "happened" -> failure.happened();
            case "because" -> failure.because();
            case "since" -> failure.since();
            default -> null;
        };
    }

    private static @Nullable String answer(ItemContent content, String prompt) {
        var given = content.answers() == null ? null : content.answers().get(prompt);
        return given == null ? null : given instanceof String text ? text : "…";
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unknown();
        }
    }

    private static String me() {
        return Acting.current().username();
    }
}
