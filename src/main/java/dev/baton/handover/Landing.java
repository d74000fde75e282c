package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import dev.baton.signature.ContentHash;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/**
 * Where one version of an item ended up at the receiving unit: in a controlled document, or in training only. A later
 * landing of the same version takes the place of the earlier one, which stays on record.
 */
@Entity
@Audited
@Immutable
@Table(name = "landing")
class Landing extends Kept implements TrailSubject {

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private int itemVersion;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String itemTitle;

    @NotInTrail
    private String itemHash;

    private @Nullable String document;
    private @Nullable String section;
    private @Nullable LocalDate effectiveOn;
    private @Nullable String reason;

    @NotInTrail
    private String landedBy;

    @NotInTrail
    private Instant landedAt;

    @SuppressWarnings("NullAway.Init")
    protected Landing() {}

    private Landing(ItemView item, String landedBy, Instant now) {
        this.itemId = item.itemId().value();
        this.itemVersion = item.version();
        this.transferId = item.transferId().value();
        this.itemTitle = String.valueOf(item.content().title());
        this.itemHash = item.contentHash();
        this.landedBy = landedBy;
        this.landedAt = now;
    }

    /** In a controlled document of the receiving unit. */
    static Landing inDocument(
            ItemView item,
            String document,
            @Nullable String section,
            LocalDate effectiveOn,
            @Nullable String reason,
            String landedBy,
            Instant now) {
        var landing = new Landing(item, landedBy, now);
        landing.document = document;
        landing.section = section;
        landing.effectiveOn = effectiveOn;
        landing.reason = reason;
        return landing;
    }

    /** In training only: no document says it, and quality says why that is enough. */
    static Landing inTrainingOnly(ItemView item, String reason, String landedBy, Instant now) {
        var landing = new Landing(item, landedBy, now);
        landing.reason = reason;
        return landing;
    }

    boolean isTrainingOnly() {
        return document == null;
    }

    int itemVersion() {
        return itemVersion;
    }

    String itemTitle() {
        return itemTitle;
    }

    UUID itemId() {
        return itemId;
    }

    UUID transferId() {
        return transferId;
    }

    LandingView view() {
        return new LandingView(getId(), itemVersion, document, section, effectiveOn, reason, landedBy, landedAt);
    }

    /** Hash of the canonical content that quality signs for training only. */
    String hash() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("itemId", itemId.toString());
        content.put("version", itemVersion);
        content.put("itemHash", itemHash);
        content.put("document", document);
        content.put("section", section);
        content.put("effectiveOn", effectiveOn == null ? null : effectiveOn.toString());
        content.put("reason", reason);
        return ContentHash.of(content);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("landing", String.valueOf(getId()), itemTitle, transferId, itemId, itemVersion);
    }

    @Override
    public String trailedAs() {
        return "landed";
    }
}
