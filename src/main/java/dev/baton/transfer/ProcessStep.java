package dev.baton.transfer;

import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A step of the process with its official instruction, as imported. */
@Entity
@Audited
@Table(name = "process_step")
class ProcessStep implements TrailSubject {

    @Id
    private UUID id;

    private UUID transferId;
    private String number;
    private int position;
    private String unitOperation;
    private String name;
    private @Nullable String sop;
    private @Nullable String section;
    private String officialInstruction;
    private @Nullable String equipment;
    private boolean critical;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected ProcessStep() {}

    ProcessStep(TransferId transfer, int position, ImportedStep read) {
        this.id = UUID.randomUUID();
        this.transferId = transfer.value();
        this.number = read.number();
        this.position = position;
        this.unitOperation = read.unitOperation();
        this.name = read.name();
        this.sop = read.sop();
        this.section = read.section();
        this.officialInstruction = read.officialInstruction();
        this.equipment = read.equipment();
        this.critical = read.critical();
    }

    UUID id() {
        return id;
    }

    UUID transferId() {
        return transferId;
    }

    String label() {
        return number + " " + name;
    }

    String officialInstruction() {
        return officialInstruction;
    }

    /** From now on the written instruction says this. */
    ProcessStep instructed(String text) {
        officialInstruction = text;
        return this;
    }

    StepView view(List<StepParameter> parameters, List<StepExpert> experts) {
        return new StepView(
                new StepId(id),
                new TransferId(transferId),
                number,
                position,
                unitOperation,
                name,
                sop,
                section,
                officialInstruction,
                equipment,
                parameters.stream().map(StepParameter::view).toList(),
                critical,
                experts.stream().map(StepExpert::username).toList());
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step", id.toString(), label(), transferId, null, null);
    }
}
