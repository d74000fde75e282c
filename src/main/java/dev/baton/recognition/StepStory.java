package dev.baton.recognition;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.transfer.StepView;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** The story of a step as somebody tells it who has given something to it: how it came to be, what it was like. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "step_story")
class StepStory extends Kept implements TrailSubject {

    private @Nullable String text;

    @NotInTrail
    private UUID stepId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private String author;

    @NotInTrail
    private Instant toldAt;

    @SuppressWarnings("NullAway.Init")
    protected StepStory() {}

    StepStory(StepView step, String author, @Nullable String text, Instant now) {
        this.text = text;
        this.stepId = step.id().value();
        this.transferId = step.transferId().value();
        this.stepLabel = step.number() + " " + step.name();
        this.author = author;
        this.toldAt = now;
    }

    String author() {
        return author;
    }

    UUID transferId() {
        return transferId;
    }

    String stepLabel() {
        return stepLabel;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-story", getId().toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "story-told";
    }
}
