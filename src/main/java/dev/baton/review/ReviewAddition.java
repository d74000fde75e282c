package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** The routing table asked for one more review of one version, or would have if somebody were left for it. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "review_addition")
class ReviewAddition extends RoundRecord implements TrailSubject {

    private String stage;
    private boolean possible;

    @NotInTrail
    private Instant askedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewAddition() {}

    ReviewAddition(ItemView item, Stage stage, boolean possible, Instant now) {
        super(item);
        this.stage = stage.code();
        this.possible = possible;
        this.askedAt = now;
    }

    Stage stage() {
        return Stage.ofCode(stage).orElseThrow();
    }

    /** Whether somebody was left for it when it was asked for. */
    boolean isPossible() {
        return possible;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("additional-review");
    }

    @Override
    public String trailedAs() {
        return possible ? "review-added" : "review-not-added";
    }
}
