package dev.baton.call;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Somebody joined a call. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "call_sign_up")
class SignUp extends StoredOnce implements TrailSubject {

    @Id
    private UUID id;

    private String username;

    @NotInTrail
    private UUID callId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String theme;

    @NotInTrail
    private Instant signedUpAt;

    @SuppressWarnings("NullAway.Init")
    protected SignUp() {}

    SignUp(ContributionCall call, String username, Instant now) {
        this.id = UUID.randomUUID();
        this.callId = call.id();
        this.transferId = call.transferId();
        this.theme = call.theme();
        this.username = username;
        this.signedUpAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    String username() {
        return username;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("call", callId.toString(), theme, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "signed-up";
    }
}
