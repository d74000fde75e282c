package dev.baton.transfer;

import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.identity.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Somebody's place in a transfer's team. */
@Entity
@Audited
@Table(name = "team_membership")
class TeamMembership implements TrailSubject {

    /** How the trail names these records. */
    static final String TRAIL_TYPE = "team-member";

    @Id
    private UUID id;

    private UUID transferId;
    private String username;
    private String role;
    private @Nullable LocalDate leavingDate;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected TeamMembership() {}

    TeamMembership(TransferId transfer, String username, Role role, @Nullable LocalDate leavingDate) {
        this.id = UUID.randomUUID();
        this.transferId = transfer.value();
        this.username = username;
        this.role = role.code();
        this.leavingDate = leavingDate;
    }

    TeamMembership leavesOn(@Nullable LocalDate date) {
        this.leavingDate = date;
        return this;
    }

    boolean is(String who, Role as) {
        return username.equals(who) && role.equals(as.code());
    }

    TransferId transfer() {
        return new TransferId(transferId);
    }

    TeamMember view() {
        return new TeamMember(username, Role.ofCode(role).orElseThrow(), leavingDate);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef(TRAIL_TYPE, id.toString(), username + ", " + role, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "joined";
    }
}
