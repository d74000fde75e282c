package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.identity.PersonView;
import dev.baton.transfer.TransferView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NaturalId;
import org.hibernate.envers.Audited;

/** What somebody had given when a milestone was reached, to be kept and shown; whoever has the code may check it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "certificate")
class Certificate extends Kept implements TrailSubject {

    private String username;
    private String occasion;

    /** How often it was given in sum: kinds of contribution with their number, as {@code authorship 3, interviewed 1}. */
    private String contributions;

    /** Its holder shows it; it does not stand in the trail. */
    @NaturalId
    @NotInTrail
    private String code;

    @NotInTrail
    private String printedName;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    @NotInTrail
    private String purpose;

    @NotInTrail
    private int no;

    @NotInTrail
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    Certificate(
            String code,
            PersonView person,
            TransferView transfer,
            String occasion,
            int no,
            String contributions,
            Instant now) {
        this.code = code;
        this.username = person.username();
        this.printedName = person.name();
        this.transferId = transfer.id().value();
        this.transferName = transfer.name();
        this.purpose = transfer.purpose();
        this.occasion = occasion;
        this.no = no;
        this.contributions = contributions;
        this.issuedAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("certificate", getId().toString(), printedName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "certificate-issued";
    }
}
