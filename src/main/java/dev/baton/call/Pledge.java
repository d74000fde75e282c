package dev.baton.call;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.CaptureId;
import dev.baton.transfer.StepId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** What somebody said they would write for a call, and the request in which they do. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "call_pledge")
class Pledge extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    private String username;
    private UUID stepId;
    private String title;
    private UUID captureId;

    @NotInTrail
    private UUID callId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private Instant pledgedAt;

    @SuppressWarnings("NullAway.Init")
    protected Pledge() {}

    Pledge(ContributionCall call, String username, StepId step, String title, CaptureId capture, Instant now) {
        this.id = UUID.randomUUID();
        this.callId = call.id();
        this.transferId = call.transferId();
        this.username = username;
        this.stepId = step.value();
        this.title = title;
        this.captureId = capture.value();
        this.pledgedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    String username() {
        return username;
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    String title() {
        return title;
    }

    CaptureId captureId() {
        return new CaptureId(captureId);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("pledge", id.toString(), title, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "pledged";
    }
}
