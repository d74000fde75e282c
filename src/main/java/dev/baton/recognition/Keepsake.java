package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.FileView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A picture or a recording that goes with somebody's words: a thank-you, or the story of a step. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "keepsake")
class Keepsake extends Kept implements TrailSubject {

    private String name;
    private String mediaType;

    @Column(length = 64)
    private String sha256;

    private long size;

    @NotInTrail
    private UUID transferId;

    /** The thank-you or the story. */
    @NotInTrail
    private UUID wordsId;

    @NotInTrail
    private String owner;

    @NotInTrail
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected Keepsake() {}

    Keepsake(FileView file, UUID transferId, UUID wordsId, String owner, Instant now) {
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.sha256 = file.sha256();
        this.size = file.size();
        this.transferId = transferId;
        this.wordsId = wordsId;
        this.owner = owner;
        this.keptAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("keepsake", getId().toString(), name, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "uploaded";
    }
}
