package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A person's choice of who may see their recognition record. A later one takes its place; none is ever changed. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "visibility_choice")
class VisibilityChoice extends Kept implements TrailSubject {

    @NotInTrail
    private String username;

    private String visibility;

    @NotInTrail
    private Instant chosenAt;

    @SuppressWarnings("NullAway.Init")
    protected VisibilityChoice() {}

    VisibilityChoice(String username, Visibility visibility, Instant now) {
        this.username = username;
        this.visibility = visibility.code();
        this.chosenAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return TrailRef.of("recognition-record", username, username);
    }

    @Override
    public String trailedAs() {
        return "chose-visibility";
    }
}
