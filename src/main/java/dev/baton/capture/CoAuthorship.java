package dev.baton.capture;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A text as a co-author signed it, before it was submitted; it counts for the version with the same hash. */
@Entity
@Audited
@Immutable
@Table(name = "co_authorship")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class CoAuthorship extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    private String username;

    @Column(length = 64)
    private String contentHash;

    private UUID signatureId;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private int itemVersion;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private String content;

    @NotInTrail
    private Instant signedAt;

    @SuppressWarnings("NullAway.Init")
    protected CoAuthorship() {}

    /**
     * A new one.
     *
     * @param content the canonical text whose hash was signed
     */
    CoAuthorship(SignatureView signature, String content) {
        var subject = signature.subject();
        this.id = UUID.randomUUID();
        this.itemId = subject.id();
        this.itemVersion = subject.version();
        this.transferId = subject.transfer();
        this.itemTitle = subject.title();
        this.username = signature.username();
        this.content = content;
        this.contentHash = signature.contentHash();
        this.signatureId = signature.id();
        this.signedAt = signature.signedAt();
    }

    /** The hash of the text as it is stored now. */
    String hash() {
        return ContentHash.ofText(content);
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("co-authorship", id.toString(), itemTitle, transferId, itemId, itemVersion);
    }

    @Override
    public String trailedAs() {
        return "co-signed";
    }
}
