package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** What the lead says to a round, before everybody: you said, we did. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "pulse_reply")
class PulseReply extends Kept implements TrailSubject {

    private String said;
    private String did;

    @NotInTrail
    private UUID roundId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String transferName;

    @NotInTrail
    private String repliedBy;

    @NotInTrail
    private Instant repliedAt;

    @SuppressWarnings("NullAway.Init")
    protected PulseReply() {}

    PulseReply(PulseRound round, String said, String did, String by, Instant now) {
        this.said = said;
        this.did = did;
        this.roundId = round.id();
        this.transferId = round.transferId();
        this.transferName = round.transferName();
        this.repliedBy = by;
        this.repliedAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("pulse", roundId.toString(), transferName, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "pulse-answered";
    }
}
