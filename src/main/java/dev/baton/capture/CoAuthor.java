package dev.baton.capture;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody writes a draft together with its author, until they leave it. */
@Entity
@Audited
@Table(name = "co_author")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class CoAuthor implements TrailSubject {

    @Id
    private UUID id;

    private String username;
    private @Nullable String leftReason;

    @NotInTrail
    private UUID draftId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String invitedBy;

    @NotInTrail
    private String label;

    @NotInTrail
    private Instant invitedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected CoAuthor() {}

    /**
     * A new one.
     *
     * @param label what people call the draft: the step, or the item's title
     */
    CoAuthor(UUID draft, UUID transfer, String username, String label, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.draftId = draft;
        this.transferId = transfer;
        this.username = username;
        this.label = label;
        this.invitedBy = by;
        this.invitedAt = now;
    }

    UUID id() {
        return id;
    }

    DraftId draftId() {
        return new DraftId(draftId);
    }

    boolean stands() {
        return leftReason == null;
    }

    CoAuthor left(String reason) {
        leftReason = reason;
        return this;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("co-author", id.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "invited";
    }
}
