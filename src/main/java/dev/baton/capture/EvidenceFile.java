package dev.baton.capture;

import dev.baton.StoredOnce;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A file that shows what is done: its name and the hash of its bytes. Goes only while it belongs to a draft alone. */
@Entity
@Audited
@Immutable
@Table(name = "evidence_file")
class EvidenceFile extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    private UUID draftId;
    private UUID transferId;
    private String owner;
    private String name;
    private String mediaType;

    @Column(length = 64)
    private String sha256;

    private long size;
    private Instant uploadedAt;

    @SuppressWarnings("NullAway.Init")
    protected EvidenceFile() {}

    EvidenceFile(
            UUID draftId,
            UUID transferId,
            String owner,
            String name,
            String mediaType,
            String sha256,
            long size,
            Instant now) {
        this.id = UUID.randomUUID();
        this.draftId = draftId;
        this.transferId = transferId;
        this.owner = owner;
        this.name = name;
        this.mediaType = mediaType;
        this.sha256 = sha256;
        this.size = size;
        this.uploadedAt = now;
    }

    UUID draftId() {
        return draftId;
    }

    UUID transferId() {
        return transferId;
    }

    String owner() {
        return owner;
    }

    String sha256() {
        return sha256;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    FileView view() {
        return new FileView(new FileId(id), name, mediaType, sha256, size);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("file", id.toString(), name, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "uploaded";
    }
}
