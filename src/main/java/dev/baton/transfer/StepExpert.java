package dev.baton.transfer;

import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** An expert named on a step. */
@Entity
@Audited
@Table(name = "step_expert")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class StepExpert implements TrailSubject {

    @Id
    private UUID id;

    private UUID transferId;
    private UUID stepId;
    private int position;
    private String username;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected StepExpert() {}

    StepExpert(ProcessStep step, int position, String username) {
        this.id = UUID.randomUUID();
        this.transferId = step.transferId();
        this.stepId = step.id();
        this.position = position;
        this.username = username;
    }

    UUID stepId() {
        return stepId;
    }

    String username() {
        return username;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-expert", id.toString(), username, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "named";
    }
}
