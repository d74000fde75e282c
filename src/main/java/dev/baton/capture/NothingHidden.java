package dev.baton.capture;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An expert's signed answer "I do it as written and know of nothing more", with the instruction it speaks of. */
@Entity
@Audited
@Immutable
@Table(name = "nothing_hidden")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class NothingHidden extends StoredOnce implements TrailSubject {

    @Id
    private UUID captureId;

    private UUID transferId;
    private UUID stepId;
    private String username;
    private String officialInstruction;
    private String statement;

    @Column(length = 64)
    private String contentHash;

    private Instant statedAt;

    @NotInTrail
    private String label;

    @SuppressWarnings("NullAway.Init")
    protected NothingHidden() {}

    NothingHidden(CaptureRequest capture, StepView step, String statement, Instant now) {
        this.captureId = capture.id().value();
        this.transferId = step.transferId().value();
        this.stepId = step.id().value();
        this.username = capture.expert();
        this.officialInstruction = step.officialInstruction();
        this.statement = statement;
        this.statedAt = now;
        this.label = capture.label();
        this.contentHash = ContentHash.of(content());
    }

    /** What is signed. */
    Map<String, @Nullable Object> content() {
        return content(transferId.toString(), stepId.toString(), officialInstruction, statement);
    }

    static Map<String, @Nullable Object> content(
            String transferId, String stepId, String officialInstruction, String statement) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("transferId", transferId);
        content.put("stepId", stepId);
        content.put("officialInstruction", officialInstruction);
        content.put("statement", statement);
        return content;
    }

    /** The hash of what is stored now. */
    String currentHash() {
        return ContentHash.of(content());
    }

    String contentHash() {
        return contentHash;
    }

    @Override
    public UUID getId() {
        return captureId;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("capture", captureId.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "submitted";
    }
}
