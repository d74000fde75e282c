package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** The words under which two people let a transfer pass a gate although something is missing. Written once. */
@Entity
@Audited
@Immutable
@Table(name = "gate_override")
class GateOverride extends Kept implements TrailSubject {

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    private String phase;

    /** What was missing, one sentence a line. */
    private String missing;

    private String reason;

    @NotInTrail
    private String proposedBy;

    @NotInTrail
    private Instant proposedAt;

    @SuppressWarnings("NullAway.Init")
    protected GateOverride() {}

    GateOverride(TransferView transfer, List<String> missing, String reason, String proposedBy, Instant now) {
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.phase = transfer.phase().code();
        this.missing = String.join("\n", missing);
        this.reason = reason;
        this.proposedBy = proposedBy;
        this.proposedAt = now;
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    String transferName() {
        return transferName;
    }

    Phase phase() {
        return Arrays.stream(Phase.values())
                .filter(known -> known.code().equals(phase))
                .findFirst()
                .orElseThrow();
    }

    List<String> missing() {
        return missing.lines().toList();
    }

    String proposedBy() {
        return proposedBy;
    }

    /** Hash of the canonical content that both sign. */
    String hash() {
        return ContentHash.of(
                Map.of("transferId", transferId.toString(), "phase", phase, "missing", missing(), "reason", reason));
    }

    OverrideView view(List<SignatureView> signatures) {
        var hash = hash();
        return new OverrideView(
                getId(),
                phase(),
                missing(),
                reason,
                proposedBy,
                proposedAt,
                signatures,
                signatures.stream().allMatch(signature -> signature.isValidFor(hash)));
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("gate-override", String.valueOf(getId()), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "override-proposed";
    }
}
