package dev.baton.signature;

import dev.baton.StoredOnce;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One signature by one person on one exact version. Written once; the database refuses everything else. */
@Entity
@Audited
@Immutable
@Table(name = "signature")
class Signature extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    private String subjectType;
    private UUID subjectId;
    private int subjectVersion;
    private String subjectTitle;
    private UUID transferId;
    private @Nullable UUID itemId;

    @Enumerated(EnumType.STRING)
    private Meaning meaning;

    private String username;
    private String printedName;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String site;
    private Instant signedAt;
    private String zone;

    @Column(length = 64)
    private String contentHash;

    private @Nullable String decision;
    private @Nullable String comment;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {}

    Signature(
            SignedSubject subject,
            Meaning meaning,
            Actor actor,
            Role role,
            Instant signedAt,
            String contentHash,
            @Nullable String decision,
            @Nullable String comment) {
        this.id = UUID.randomUUID();
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.subjectVersion = subject.version();
        this.subjectTitle = subject.title();
        this.transferId = subject.transfer();
        this.itemId = subject.item();
        this.meaning = meaning;
        this.username = actor.username();
        this.printedName = actor.name();
        this.role = role;
        this.site = actor.site();
        this.signedAt = signedAt;
        this.zone = actor.zone().getId();
        this.contentHash = contentHash;
        this.decision = decision;
        this.comment = comment;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(
                "signature", id.toString(), subjectTitle, transferId, itemId, itemId == null ? null : subjectVersion);
    }

    @Override
    public String trailedAs() {
        return "signed";
    }

    SignatureView view() {
        return new SignatureView(
                id,
                new SignedSubject(subjectType, subjectId, subjectVersion, subjectTitle, transferId, itemId),
                meaning,
                printedName,
                username,
                role,
                site,
                signedAt,
                ZoneId.of(zone),
                contentHash,
                decision,
                comment);
    }
}
