package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.capture.CaptureEvent.CoAuthorInvited;
import dev.baton.capture.CaptureEvent.CoAuthorSigned;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.ContentHash;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to writing together: an author invites colleagues into a draft, all of them write it, and each signs the text
 * as their own before its author can submit it. A text that changed after a signature is signed anew.
 */
@Service
@Transactional
public class CoAuthors {

    private final CaptureRequests requests;
    private final KnowledgeItems items;
    private final CoAuthorRows rows;
    private final CoAuthorships signed;
    private final CoWriters writers;
    private final Captures captures;
    private final Rework reworked;
    private final Transfers transfers;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CoAuthors(
            CaptureRequests requests,
            KnowledgeItems items,
            CoAuthorRows rows,
            CoAuthorships signed,
            CoWriters writers,
            Captures captures,
            Rework reworked,
            Transfers transfers,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.items = items;
        this.rows = rows;
        this.signed = signed;
        this.writers = writers;
        this.captures = captures;
        this.reworked = reworked;
        this.transfers = transfers;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody who writes a draft with its author.
     *
     * @param signed whether they have signed all of it as it stands now
     */
    public record CoAuthorView(String username, boolean signed) {}

    /** A draft as far as it matters who writes it. */
    private record Draft(
            UUID id,
            TransferId transfer,
            StepId step,
            String author,
            @Nullable String interviewer,
            String label,
            boolean inConfidence,
            boolean open,
            boolean ofItem) {}

    /** User names of those who write these drafts with their authors; drafts that are written alone are left out. */
    @Transactional(readOnly = true)
    public Map<DraftId, List<String>> of(Collection<DraftId> drafts) {
        return drafts.isEmpty()
                ? Map.of()
                : writers.of(drafts.stream().map(DraftId::value).toList()).entrySet().stream()
                        .collect(Collectors.toMap(entry -> new DraftId(entry.getKey()), Map.Entry::getValue));
    }

    /** The open drafts that this person writes with their authors. */
    @Transactional(readOnly = true)
    public Set<DraftId> openOf(String username) {
        return writers.openOf(username).stream().map(DraftId::new).collect(Collectors.toSet());
    }

    /** Who writes the open draft with its author, and who of them has signed it as it stands; for those who write it. */
    @Transactional(readOnly = true)
    public List<CoAuthorView> of(DraftId id) {
        var people = writers.of(id.value());
        if (people.isEmpty()) {
            return List.of();
        }
        var contents = contents(seen(id));
        return people.stream()
                .map(username -> new CoAuthorView(
                        username,
                        !contents.isEmpty() && contents.stream().allMatch(content -> hasSigned(content, username))))
                .toList();
    }

    /** The author invites an expert of the transfer into an open draft. */
    public List<CoAuthorView> invite(DraftId id, @Nullable String username) {
        var draft = mine(id);
        if (draft.inConfidence()) {
            throw new OutOfSequence("co-author.not-in-confidence");
        }
        if (username == null
                || !transfers.members(draft.transfer(), Role.EXPERT).contains(username)
                || username.equals(draft.author())) {
            throw new NotFit(
                    List.of(Fault.of("username", "co-author.not-an-expert", Objects.requireNonNullElse(username, ""))));
        }
        if (username.equals(draft.interviewer()) || writers.of(draft.id()).contains(username)) {
            throw new NotFit(List.of(Fault.of("username", "co-author.there-already", username)));
        }
        var me = Acting.current().username();
        var row = rows.saveAndFlush(new CoAuthor(
                draft.id(),
                draft.transfer().value(),
                username,
                draft.label(),
                me,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        events.publishEvent(
                new CoAuthorInvited(draft.transfer(), id, draft.step(), draft.author(), username, row.id()));
        return of(id);
    }

    /** Somebody writes the draft no longer: the author says so, or they themselves; with a reason. */
    public List<CoAuthorView> leave(DraftId id, @Nullable String username, @Nullable String reason) {
        var draft = ours(id);
        var me = Acting.current().username();
        var people = writers.of(draft.id());
        if (!me.equals(draft.author()) && !me.equals(username)) {
            throw new NotYours("co-author.author-only");
        }
        if (username == null || !people.contains(username)) {
            throw new NotFit(
                    List.of(Fault.of("username", "co-author.not-there", Objects.requireNonNullElse(username, ""))));
        }
        Reasons.require(reason, () -> left(draft, username));
        return me.equals(username) ? List.of() : of(id);
    }

    /** A co-author signs the draft as it stands, as their own words; stale {@code version}: a conflict. */
    public List<SignatureView> sign(DraftId id, long version, SigningProof proof) {
        var draft = ours(id);
        var me = Acting.current().username();
        if (me.equals(draft.author())) {
            throw new NotYours("co-author.author-submits");
        }
        var contents = draft.ofItem()
                ? List.of(reworked.signable(new ItemId(draft.id()), version))
                : captures.signable(new CaptureId(draft.id()), version);
        var made = new ArrayList<SignatureView>();
        for (var content : contents) {
            if (!hasSigned(content, me)) {
                made.add(sign(draft, content, proof));
            }
        }
        if (made.isEmpty()) {
            throw new OutOfSequence("co-author.signed-already");
        }
        events.publishEvent(new CoAuthorSigned(
                draft.transfer(),
                id,
                draft.step(),
                draft.author(),
                me,
                made.get(0).id()));
        return List.copyOf(made);
    }

    private SignatureView sign(Draft draft, Map<String, Object> content, SigningProof proof) {
        var item = UUID.fromString(String.valueOf(content.get("itemId")));
        var text = ContentHash.canonical(content);
        var subject = new SignedSubject(
                CoAuthored.SUBJECT,
                item,
                version(content),
                String.valueOf(content.get("title")),
                draft.transfer().value(),
                item);
        var signature = signatures.sign(
                proof, subject, Meaning.AUTHORSHIP, Role.EXPERT, ContentHash.ofText(text), "co-author", null);
        signed.saveAndFlush(new CoAuthorship(signature, text));
        return signature;
    }

    private boolean hasSigned(Map<String, Object> content, String username) {
        return writers.hasSigned(
                UUID.fromString(String.valueOf(content.get("itemId"))),
                version(content),
                username,
                ContentHash.of(content));
    }

    private static int version(Map<String, Object> content) {
        return content.get("version") instanceof Number number ? number.intValue() : 1;
    }

    private CoAuthor left(Draft draft, String username) {
        var row = rows.findFirstByDraftIdAndUsernameAndLeftReasonIsNull(draft.id(), username)
                .orElseGet(() -> new CoAuthor(
                        draft.id(),
                        draft.transfer().value(),
                        username,
                        draft.label(),
                        draft.author(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return rows.saveAndFlush(row.left(String.valueOf(Acting.reason())));
    }

    private List<Map<String, Object>> contents(Draft draft) {
        return draft.ofItem()
                ? List.of(reworked.toSign(new ItemId(draft.id())))
                : captures.toSign(new CaptureId(draft.id()));
    }

    private Draft mine(DraftId id) {
        var draft = ours(id);
        if (!draft.author().equals(Acting.current().username())) {
            throw new NotYours("co-author.author-only");
        }
        return draft;
    }

    /** The open draft, from here to the end of the transaction nobody else's; the current actor writes it. */
    private Draft ours(DraftId id) {
        return requests.findLocked(id.value())
                .map(CoAuthors::draft)
                .or(() -> items.findLocked(id.value()).map(CoAuthors::draft))
                .map(this::ours)
                .orElseThrow(Unknown::new);
    }

    private Draft seen(DraftId id) {
        return requests.findById(id.value())
                .map(CoAuthors::draft)
                .or(() -> items.findById(id.value()).map(CoAuthors::draft))
                .map(this::ours)
                .orElseThrow(Unknown::new);
    }

    private Draft ours(Draft draft) {
        var me = Acting.current().username();
        if (!draft.author().equals(me) && !writers.of(draft.id()).contains(me)) {
            throw new Unknown();
        }
        if (!draft.open()) {
            throw new OutOfSequence("co-author.no-draft");
        }
        return draft;
    }

    private static Draft draft(CaptureRequest capture) {
        return new Draft(
                capture.id().value(),
                capture.transferId(),
                capture.stepId(),
                capture.expert(),
                capture.interviewer(),
                capture.label(),
                capture.authorSeal() != null,
                capture.isOpen(),
                false);
    }

    private static Draft draft(KnowledgeItem item) {
        return new Draft(
                item.id().value(),
                item.transferId(),
                item.stepId(),
                item.author(),
                null,
                item.title(),
                item.isInConfidence(),
                item.isInRework(),
                true);
    }
}
