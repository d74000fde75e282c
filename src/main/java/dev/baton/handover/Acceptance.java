package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/**
 * What the two units and quality accept: every effective version with its hash, and every gate that was passed although
 * something was missing. Frozen by the first signature.
 */
@Entity
@Audited
@Immutable
@Table(name = "acceptance")
class Acceptance extends Kept implements TrailSubject {

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    /** What each of the three says with their signature, one sentence a line. */
    private String statement;

    /** Item, version and content hash, one item a line. */
    private String items;

    /** Ids of the overrides of gates in force, one a line. */
    private String overrides;

    @NotInTrail
    private String begunBy;

    @NotInTrail
    private Instant begunAt;

    @SuppressWarnings("NullAway.Init")
    protected Acceptance() {}

    Acceptance(TransferView transfer, Accepted accepted, String begunBy, Instant now) {
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.statement = accepted.statement();
        this.items = String.join("\n", accepted.items());
        this.overrides = String.join("\n", accepted.overrides());
        this.begunBy = begunBy;
        this.begunAt = now;
    }

    /** What is accepted, before it is kept. */
    record Accepted(String statement, List<String> items, List<String> overrides) {}

    TransferId transferId() {
        return new TransferId(transferId);
    }

    String transferName() {
        return transferName;
    }

    Accepted accepted() {
        return new Accepted(statement, items.lines().toList(), overrides.lines().toList());
    }

    String begunBy() {
        return begunBy;
    }

    Instant begunAt() {
        return begunAt;
    }

    /** Hash of the canonical content that all three sign. */
    String hash() {
        var accepted = accepted();
        return ContentHash.of(Map.of(
                "transferId",
                transferId.toString(),
                "statement",
                accepted.statement(),
                "items",
                accepted.items(),
                "overrides",
                accepted.overrides()));
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("acceptance", String.valueOf(getId()), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "acceptance-begun";
    }
}
