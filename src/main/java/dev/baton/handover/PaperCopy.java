package dev.baton.handover;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemId;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A step card on paper: what it says, and until when it is good. */
@Entity
@Audited
@Immutable
@Table(name = "paper_copy")
class PaperCopy extends Kept implements TrailSubject {

    private String code;

    /** Item and version, one a line. */
    private String items;

    private Instant validUntil;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String printedBy;

    @NotInTrail
    private Instant printedAt;

    @SuppressWarnings("NullAway.Init")
    protected PaperCopy() {}

    PaperCopy(StepView step, String code, List<Printed> items, String printedBy, Instant now, Instant validUntil) {
        this.code = code;
        this.items = items.stream()
                .map(printed -> printed.item() + " version " + printed.version())
                .collect(Collectors.joining("\n"));
        this.validUntil = validUntil;
        this.transferId = step.transferId().value();
        this.stepId = step.id().value();
        this.stepLabel = step.number() + " " + step.name();
        this.printedBy = printedBy;
        this.printedAt = now;
    }

    /** One item in the version that is on the paper. */
    record Printed(ItemId item, int version) {}

    String code() {
        return code;
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    String printedBy() {
        return printedBy;
    }

    Instant printedAt() {
        return printedAt;
    }

    Instant validUntil() {
        return validUntil;
    }

    List<Printed> items() {
        return items.lines()
                .map(line -> line.split(" version ", 2))
                .map(parts -> new Printed(ItemId.of(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("paper-copy", String.valueOf(getId()), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "printed";
    }
}
