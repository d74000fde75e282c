package dev.baton.transfer;

import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.audit.TrailUnits;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A critical process parameter of a step with its range. */
@Entity
@Audited
@Table(name = "step_parameter")
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
class StepParameter implements TrailSubject, TrailUnits {

    @Id
    private UUID id;

    private UUID transferId;
    private UUID stepId;
    private int position;
    private String name;
    private @Nullable String unit;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private String attributes;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected StepParameter() {}

    StepParameter(ProcessStep step, int position, StepView.Parameter read) {
        this.id = UUID.randomUUID();
        this.transferId = step.transferId();
        this.stepId = step.id();
        this.position = position;
        this.name = read.name();
        this.unit = read.unit();
        this.low = read.low();
        this.high = read.high();
        this.attributes = read.attributes();
    }

    UUID stepId() {
        return stepId;
    }

    StepView.Parameter view() {
        return new StepView.Parameter(name, unit, low, high, attributes);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("parameter", id.toString(), name, transferId, null, null);
    }

    @Override
    public @Nullable String trailUnit(String field) {
        return "low".equals(field) || "high".equals(field) ? unit : null;
    }
}
