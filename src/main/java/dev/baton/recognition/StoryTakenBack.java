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

/** Whoever told a story has taken it off the page again. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "story_taken_back")
class StoryTakenBack extends Kept implements TrailSubject {

    private UUID storyId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String stepLabel;

    @NotInTrail
    private Instant takenBackAt;

    @SuppressWarnings("NullAway.Init")
    protected StoryTakenBack() {}

    StoryTakenBack(StepStory story, Instant now) {
        this.storyId = story.getId();
        this.transferId = story.transferId();
        this.stepLabel = story.stepLabel();
        this.takenBackAt = now;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("step-story", storyId.toString(), stepLabel, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "story-taken-back";
    }
}
