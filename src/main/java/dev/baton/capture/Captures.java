package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureEvent.CapturePassedOn;
import dev.baton.capture.CaptureEvent.CaptureSubmitted;
import dev.baton.capture.CaptureEvent.NothingHiddenSigned;
import dev.baton.capture.CaptureEvent.Submission;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.identity.Statements;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to capture requests: drafts, files, submission, "nothing hidden here", "ask somebody else". */
@Service
public class Captures {

    private final CaptureRequests requests;
    private final NothingHiddenLog nothingHidden;
    private final DraftStore drafts;
    private final Evidence evidence;
    private final ItemSubmission submission;
    private final Transfers transfers;
    private final CaptureOpening opening;
    private final Statements statements;
    private final Signatures signatures;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MethodStamps stamps;
    private final CoWriters coWriters;
    private final Clock clock;

    Captures(
            CaptureRequests requests,
            NothingHiddenLog nothingHidden,
            DraftStore drafts,
            Evidence evidence,
            ItemSubmission submission,
            Transfers transfers,
            CaptureOpening opening,
            Statements statements,
            Signatures signatures,
            MessageSource messages,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            MethodStamps stamps,
            CoWriters coWriters,
            Clock clock) {
        this.requests = requests;
        this.nothingHidden = nothingHidden;
        this.drafts = drafts;
        this.evidence = evidence;
        this.submission = submission;
        this.transfers = transfers;
        this.opening = opening;
        this.statements = statements;
        this.signatures = signatures;
        this.messages = messages;
        this.events = events;
        this.transaction = transaction;
        this.stamps = stamps;
        this.coWriters = coWriters;
        this.clock = clock;
    }

    /** The request, without asking who wants to know. */
    @Transactional(readOnly = true)
    public CaptureView known(CaptureId id) {
        return requests.findById(id.value()).orElseThrow(Unknown::new).view();
    }

    /** Those of these requests that exist, without asking who wants to know. */
    @Transactional(readOnly = true)
    public Map<CaptureId, CaptureView> known(Collection<CaptureId> ids) {
        var found = ids.size() == 1
                ? requests.findById(ids.iterator().next().value()).stream().toList()
                : requests.findAllById(ids.stream().map(CaptureId::value).toList());
        return found.stream().map(CaptureRequest::view).collect(Collectors.toMap(CaptureView::id, Function.identity()));
    }

    /** The requests of a transfer by due date, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<CaptureView> ofTransfer(TransferId transfer) {
        return requests.findByTransferIdOrderByDueAt(transfer.value()).stream()
                .map(CaptureRequest::view)
                .toList();
    }

    /** The requests to a person by due date, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<CaptureView> ofExpert(String username) {
        return requests.findByExpertOrderByDueAt(username).stream()
                .map(CaptureRequest::view)
                .toList();
    }

    /** An expert of the transfer begins one unasked; they must have accepted the statement. */
    @Transactional
    public CaptureId begin(StepId stepId) {
        var step = transfers.requireStep(stepId);
        var me = Acting.current().username();
        if (!transfers.members(step.transferId(), Role.EXPERT).contains(me)) {
            throw new NotYours("capture.not-an-expert");
        }
        statements.require(me);
        if (!transfers.known(step.transferId()).started()) {
            throw new OutOfSequence("capture.not-started");
        }
        return opening.unasked(step, me).id();
    }

    /** Asks an expert of the transfer about something that was seen at the receiving site; the caller knows who may. */
    @Transactional
    public CaptureId ask(StepId stepId, String expert, String what) {
        return opening.seen(transfers.requireStep(stepId), expert, what).id();
    }

    /** The open requests in which this person asks and writes. */
    @Transactional(readOnly = true)
    public List<CaptureView> interviewedBy(String username) {
        return requests.findByInterviewerAndStateOrderByDueAt(username, CaptureRequest.OPEN).stream()
                .map(CaptureRequest::view)
                .toList();
    }

    /** The draft of a request; its expert and who asks them only. */
    @Transactional(readOnly = true)
    public DraftView draft(CaptureId id) {
        return view(read(id));
    }

    /** The version of the draft of a request, without asking who wants to know. */
    @Transactional(readOnly = true)
    public long draftVersion(CaptureId id) {
        return drafts.counter(id.value());
    }

    /** Replaces the draft. Stale {@code version}: a conflict, nothing lost. */
    @Transactional
    public DraftView saveDraft(CaptureId id, long version, List<ItemContent> items) {
        var capture = told(id);
        drafts.requireCurrent(id.value(), version);
        submission.requireStorable(exact(items), knownItems(id), evidence.ofDraft(id.value()));
        var identified = items.stream()
                .map(ContentRules::identified)
                .map(item -> stamps.stamped(item, before(id, item), capture.methodId(), capture.interview()))
                .toList();
        drafts.save(
                id.value(), capture.transferId().value(), capture.expert(), version, identified, capture.trailRef());
        return view(capture);
    }

    /**
     * Keeps an evidence file with the request's draft, or, when one of its items is back with its author, for the next
     * version. Streams; {@link FilesSettings} says how large it may be.
     */
    public FileView attach(CaptureId id, String name, InputStream bytes) {
        var transfer =
                transaction.execute(status -> takingFiles(id).transferId().value());
        return evidence.attach(id.value(), Objects.requireNonNull(transfer), name, bytes);
    }

    /** As {@link #submit(CaptureId, long, String, SigningProof)}, without a word with it. */
    @Transactional
    public List<SignatureView> submit(CaptureId id, long version, SigningProof proof) {
        return submit(id, version, null, proof);
    }

    /**
     * Signs and submits every item of the draft. Nothing is signed when one item is not fit.
     *
     * @param comment stands with each signature, such as why vague words stay; may be null
     */
    @Transactional
    public List<SignatureView> submit(CaptureId id, long version, @Nullable String comment, SigningProof proof) {
        var capture = mine(id);
        var drafted = drafts.requireCurrent(id.value(), version);
        var items = told(capture, drafted);
        var files = evidence.ofDraft(id.value());
        submission.requireFit(items, identities(drafted), files);
        var step = transfers.step(capture.stepId());
        var signed = new ArrayList<SignatureView>();
        var submitted = new ArrayList<Submission>();
        for (var content : items) {
            var itemId = Objects.requireNonNull(content.itemId());
            var stored = submission.first(capture, step.position(), itemId, content, files);
            coWriters.requireSigned(stored);
            signed.add(submission.sign(stored, comment, proof));
            submitted.add(new Submission(itemId, 1, ContentRules.needsQualityFirst(content)));
        }
        requests.save(capture.submitted());
        drafts.clear(id.value());
        events.publishEvent(new CaptureSubmitted(capture.transferId(), id, List.copyOf(submitted)));
        stamps.next(capture, items).ifPresent(next -> opening.nextPart(capture, step, next.method(), next.part()));
        return List.copyOf(signed);
    }

    /** Signs "I do it as written and know of nothing more". */
    @Transactional
    public SignatureView nothingHidden(CaptureId id, long version, SigningProof proof) {
        var capture = mine(id);
        drafts.requireCurrent(id.value(), version);
        if (items(id).stream().anyMatch(item -> !ContentRules.isBlank(item))) {
            throw new OutOfSequence("capture.nothing-hidden-with-items");
        }
        var step = transfers.step(capture.stepId());
        var answer =
                new NothingHidden(capture, step, statement(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        nothingHidden.saveAndFlush(answer);
        var subject = new SignedSubject(
                "nothing-hidden",
                id.value(),
                1,
                capture.label(),
                capture.transferId().value(),
                null);
        var signed = signatures.sign(
                proof, subject, Meaning.AUTHORSHIP, Role.EXPERT, answer.contentHash(), "nothing-hidden", null);
        requests.save(capture.answeredNothingHidden());
        drafts.clear(id.value());
        events.publishEvent(new NothingHiddenSigned(capture.transferId(), id));
        return signed;
    }

    /** Asks another expert of the transfer instead. The draft stays with the person who wrote it. */
    @Transactional
    public CaptureId passOn(CaptureId id, long version, String to, String comment) {
        var capture = mine(id);
        drafts.requireCurrent(id.value(), version);
        var faults = new ArrayList<Fault>();
        Texts.check("comment", comment, Texts.LONGEST_ANSWER, faults);
        requireOtherExpert(capture, to, faults);
        var step = transfers.step(capture.stepId());
        var next = opening.inPlaceOf(capture, step, to);
        requests.save(capture.passedOnTo(next, comment.isBlank() ? null : comment));
        drafts.discard(id.value(), capture.trailRef());
        events.publishEvent(new CapturePassedOn(capture.transferId(), id, to));
        opening.open(next, step);
        return next.id();
    }

    /** The lead gives the request, with what has been written so far, to another expert; the reason is in Acting. */
    @Transactional
    public CaptureView handOver(CaptureId id, String to) {
        var capture = requests.findLocked(id.value()).orElseThrow(Unknown::new).requireOpen();
        var me = Acting.current().username();
        if (!transfers.members(capture.transferId(), Role.TRANSFER_LEAD).contains(me)) {
            throw new NotYours("capture.hand-over-lead-only");
        }
        requireOtherExpert(capture, to, new ArrayList<>());
        requests.save(capture.handedTo(to));
        drafts.takeOver(id.value(), to, capture.trailRef());
        return capture.view();
    }

    /** Exactly what {@link #submit} would sign now, as canonical content by item, in order. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> toSign(CaptureId id) {
        var capture = read(id);
        var files = evidence.ofDraft(id.value());
        return told(capture).stream()
                .map(content -> CanonicalContent.of(
                        Objects.requireNonNull(content.itemId()),
                        1,
                        capture.transferId(),
                        capture.stepId(),
                        capture.expert(),
                        capture.authorSeal(),
                        content,
                        ItemSubmission.its(content, files)))
                .toList();
    }

    /** The same, once it is fit to be signed and this version of the draft still stands. */
    List<Map<String, Object>> signable(CaptureId id, long version) {
        var capture = told(id);
        drafts.requireCurrent(id.value(), version);
        submission.requireFit(told(capture), knownItems(id), evidence.ofDraft(id.value()));
        return toSign(id);
    }

    /** Exactly what {@link #nothingHidden} would sign now. */
    @Transactional(readOnly = true)
    public Map<String, Object> nothingHiddenToSign(CaptureId id) {
        var capture = read(id);
        var step = transfers.step(capture.stepId());
        return NothingHidden.content(
                step.transferId().toString(), step.id().toString(), step.officialInstruction(), statement());
    }

    private CaptureRequest told(CaptureId id) {
        return requests.findLocked(id.value())
                .filter(this::isToldByMe)
                .orElseThrow(Unknown::new)
                .requireOpen();
    }

    private CaptureRequest mine(CaptureId id) {
        var capture = requests.findLocked(id.value()).filter(this::isMine).orElseThrow(Unknown::new);
        return capture.requireOpen();
    }

    private CaptureRequest takingFiles(CaptureId id) {
        var capture = requests.findLocked(id.value()).filter(this::isToldByMe).orElseThrow(Unknown::new);
        return submission.isAnyInRework(id) ? capture : capture.requireOpen();
    }

    private CaptureRequest read(CaptureId id) {
        return requests.findById(id.value()).filter(this::isToldByMe).orElseThrow(Unknown::new);
    }

    private boolean isToldByMe(CaptureRequest capture) {
        var me = Acting.current().username();
        return capture.isToldBy(me) || coWriters.of(capture.id().value()).contains(me);
    }

    private boolean isMine(CaptureRequest capture) {
        return capture.expert().equals(Acting.current().username());
    }

    private DraftView view(CaptureRequest capture) {
        var subject = capture.id().value();
        var files = evidence.ofDraft(subject);
        return drafts.find(subject)
                .map(note -> new DraftView(note.counter(), note.savedAt(), note.items(), files))
                .orElseGet(() -> new DraftView(0, null, List.of(), files));
    }

    private List<ItemContent> items(CaptureId id) {
        return drafts.find(id.value()).map(DraftStore.Note::items).orElse(List.of());
    }

    /** The drafted items with who asks and who writes with them now: both may change after the last word was saved. */
    private List<ItemContent> told(CaptureRequest capture) {
        return told(capture, items(capture.id()));
    }

    private List<ItemContent> told(CaptureRequest capture, List<ItemContent> drafted) {
        var others = coWriters.of(capture.id().value());
        return drafted.stream()
                .map(item -> item.told(item.method(), capture.interview()).with(others))
                .toList();
    }

    private @Nullable ItemContent before(CaptureId id, ItemContent item) {
        return items(id).stream()
                .filter(other -> Objects.equals(other.itemId(), item.itemId()))
                .findFirst()
                .orElse(null);
    }

    private static List<ItemContent> exact(List<ItemContent> items) {
        return items.stream().map(MethodStamps::exact).toList();
    }

    private Set<ItemId> knownItems(CaptureId id) {
        return identities(items(id));
    }

    private static Set<ItemId> identities(List<ItemContent> items) {
        return items.stream().flatMap(item -> Stream.ofNullable(item.itemId())).collect(Collectors.toSet());
    }

    private void requireOtherExpert(CaptureRequest capture, String to, List<Fault> faults) {
        if (to.equals(capture.expert())) {
            faults.add(Fault.of("to", "capture.pass-on-oneself"));
        } else if (!transfers.members(capture.transferId(), Role.EXPERT).contains(to)) {
            faults.add(Fault.of("to", "capture.pass-on-not-an-expert", to));
        }
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }

    private String statement() {
        return messages.getMessage("capture.nothing-hidden.statement", null, Locale.ENGLISH);
    }
}
