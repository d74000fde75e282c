package dev.baton.handover;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.handover.HandoverEvent.DocumentSigned;
import dev.baton.handover.HandoverRefusals.DocumentRefused;
import dev.baton.handover.HandoverRefusals.DocumentUnknown;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workbook.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the transfer protocol and the transfer report: made from the records by the lead, read by the receiving
 * unit, approved by quality. What they sign is the edition as it was made; a later edition takes its place, not its
 * signatures.
 */
@Service
@Transactional
public class Documents {

    /** Type of the signed subject. */
    static final String SUBJECT = "transfer-document";

    private final TransferDocuments documents;
    private final DocumentText text;
    private final DocumentFiles files;
    private final Transfers transfers;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Documents(
            TransferDocuments documents,
            DocumentText text,
            DocumentFiles files,
            Transfers transfers,
            Signatures signatures,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.documents = documents;
        this.text = text;
        this.files = files;
        this.transfers = transfers;
        this.signatures = signatures;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every edition, by kind, the oldest first; if the current actor may know of the transfer. */
    @Transactional(readOnly = true)
    public List<DocumentView> of(TransferId id) {
        transfers.requireKnown(id);
        return known(id);
    }

    /** The same without asking who wants to know, for gates and the dossier. */
    @Transactional(readOnly = true)
    public List<DocumentView> known(TransferId id) {
        return documents.findByTransferIdOrderByKindAscEditionAsc(id.value()).stream()
                .map(this::view)
                .toList();
    }

    /** A document and its edition. */
    public record Edition(DocumentKind kind, int edition) {}

    /** The last edition of the latest kind, or empty, without its content; without asking who wants to know. */
    @Transactional(readOnly = true)
    public Optional<Edition> last(TransferId id) {
        return jdbc.sql("select kind, edition from transfer_document where transfer_id = ?"
                        + " order by kind desc, edition desc limit 1")
                .param(id.value())
                .query((row, n) ->
                        new Edition(DocumentKind.ofCode(row.getString("kind")).orElseThrow(), row.getInt("edition")))
                .optional();
    }

    /** The last edition of that kind, or empty; without asking who wants to know. */
    @Transactional(readOnly = true)
    public Optional<DocumentView> latest(TransferId id, DocumentKind kind) {
        return documents
                .findFirstByTransferIdAndKindOrderByEditionDesc(id.value(), kind.code())
                .map(this::view);
    }

    /** One edition, if the current actor may know of its transfer. */
    @Transactional(readOnly = true)
    public DocumentView require(UUID id) {
        return view(seen(id));
    }

    /** What stands in an edition, if the current actor may know of its transfer. */
    @Transactional(readOnly = true)
    public Document content(UUID id) {
        return files.read(seen(id).content());
    }

    /**
     * Writes an edition with its signatures, without asking who wants it.
     *
     * @param word whether for Word, else PDF/A
     */
    @Transactional(readOnly = true)
    public void write(DocumentView edition, boolean word, OutputStream out) throws IOException {
        var stored = documents.findById(edition.id()).orElseThrow(DocumentUnknown::new);
        files.write(files.read(stored.content()), edition, word, out);
    }

    /** Refuses unless the current actor may make an edition now; asked before anybody types a password for it. */
    @Transactional(readOnly = true)
    public void requireMaking(TransferId id) {
        transfers.requireKnown(id);
        if (!transfers.isLead(id)) {
            throw new NotYours("handover.document-not-yours.author");
        }
    }

    /**
     * The lead makes an edition from the records and signs it as its author.
     *
     * @param reason why there is another edition; needed from the second one on
     */
    public DocumentView make(TransferId id, DocumentKind kind, @Nullable String reason, SigningProof proof) {
        requireMaking(id);
        oneAtATime(id);
        var edition = latest(id, kind).map(DocumentView::edition).orElse(0) + 1;
        if (edition == 1) {
            return made(id, kind, edition, proof);
        }
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return Acting.because(Objects.requireNonNull(reason), () -> made(id, kind, edition, proof));
    }

    private DocumentView made(TransferId id, DocumentKind kind, int edition, SigningProof proof) {
        var transfer = transfers.known(id);
        var made = documents.saveAndFlush(new TransferDocument(
                transfer,
                kind,
                edition,
                files.written(text.of(transfer, kind)),
                Acting.current().username(),
                clock.instant()));
        return signed(made, DocumentPart.AUTHOR, null, proof);
    }

    /** Refuses unless the current actor is the one who signs next; asked before anybody types a password for it. */
    @Transactional(readOnly = true)
    public DocumentPart requireSigning(UUID id) {
        var edition = require(id);
        var part = edition.next().orElseThrow(() -> new DocumentRefused("handover.document-complete"));
        if (!latest(edition.transferId(), edition.kind())
                .filter(edition::equals)
                .isPresent()) {
            throw new DocumentRefused("handover.document-superseded");
        }
        if (!edition.unaltered()) {
            throw new DocumentRefused("handover.document-altered");
        }
        if (!isPart(edition.transferId(), part)) {
            throw new NotYours("handover.document-not-yours." + part.code());
        }
        var me = Acting.current().username();
        if (edition.signatures().stream().anyMatch(one -> one.username().equals(me))) {
            throw new DocumentRefused("handover.nobody-signs-twice");
        }
        return part;
    }

    /** Signs as the one whose turn it is: the receiving unit has read it, then quality approves. */
    public DocumentView sign(UUID id, @Nullable String words, SigningProof proof) {
        var stored = seen(id);
        oneAtATime(stored.transferId());
        var part = requireSigning(id);
        var faults = new ArrayList<Fault>();
        Texts.check("words", words, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return signed(stored, part, Texts.stripped(words), proof);
    }

    /** Whether the current actor may take that part. */
    @Transactional(readOnly = true)
    public boolean isPart(TransferId id, DocumentPart part) {
        var me = Acting.current();
        return switch (part) {
            case AUTHOR -> transfers.isLead(id);
            case REVIEW -> transfers.members(id, Role.RECEIVER).contains(me.username())
                    && me.site().equals(transfers.head(id).receivingSite());
            case APPROVE -> me.is(Role.QUALITY);
        };
    }

    private DocumentView signed(
            TransferDocument document, DocumentPart part, @Nullable String words, SigningProof proof) {
        var subject = new SignedSubject(
                SUBJECT,
                Objects.requireNonNull(document.getId()),
                document.edition(),
                document.transferName(),
                document.transferId().value(),
                null);
        signatures.sign(proof, subject, part.meaning(), part.role(), document.hash(), part.decision(), words);
        var view = view(document);
        events.publishEvent(new DocumentSigned(
                document.transferId(),
                view.id(),
                view.kind(),
                view.edition(),
                Acting.current().username()));
        return view;
    }

    private DocumentView view(TransferDocument document) {
        return document.view(signatures.on(SUBJECT, Objects.requireNonNull(document.getId())));
    }

    private TransferDocument seen(UUID id) {
        var found = documents.findById(id).orElseThrow(DocumentUnknown::new);
        transfers.requireKnown(found.transferId());
        return found;
    }

    /** Two who make an edition or sign at once come one after the other. */
    private void oneAtATime(TransferId id) {
        Locks.transfer(jdbc, id.value());
    }
}
