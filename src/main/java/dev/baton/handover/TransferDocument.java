package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** One edition of a protocol or report, as it was made from the records at that moment. Written once. */
@Entity
@Audited
@Immutable
@Table(name = "transfer_document")
class TransferDocument extends Kept implements TrailSubject {

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    private String kind;
    private int edition;

    /** The document in canonical JSON. */
    private String content;

    @NotInTrail
    private String madeBy;

    @NotInTrail
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected TransferDocument() {}

    TransferDocument(
            TransferView transfer, DocumentKind kind, int edition, String content, String madeBy, Instant now) {
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.kind = kind.code();
        this.edition = edition;
        this.content = content;
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    String transferName() {
        return transferName;
    }

    int edition() {
        return edition;
    }

    String content() {
        return content;
    }

    /** Hash of the canonical content that all three sign. */
    String hash() {
        return ContentHash.of(
                Map.of("transferId", transferId.toString(), "kind", kind, "edition", edition, "content", content));
    }

    DocumentView view(List<SignatureView> signatures) {
        var hash = hash();
        return new DocumentView(
                Objects.requireNonNull(getId()),
                transferId(),
                DocumentKind.ofCode(kind).orElseThrow(),
                edition,
                madeBy,
                madeAt,
                hash,
                signatures,
                signatures.stream().allMatch(signature -> signature.isValidFor(hash)));
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("transfer-document", String.valueOf(getId()), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "document-made";
    }
}
