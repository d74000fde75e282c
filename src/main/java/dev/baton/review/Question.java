package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A question that returned an item to its author; the answer is written once. */
@Entity
@Audited
@Table(name = "question")
class Question extends RoundRecord implements TrailSubject {

    private String stage;

    @NotInTrail
    private String askedBy;

    @NotInTrail
    private String askedByName;

    @NotInTrail
    private String askedBySite;

    @NotInTrail
    private Instant askedAt;

    private String text;
    private @Nullable String anchor;
    private @Nullable String answer;

    @NotInTrail
    private @Nullable String answeredBy;

    @NotInTrail
    private @Nullable Instant answeredAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Question() {}

    Question(ItemView item, Stage stage, Actor asker, String text, @Nullable Anchor anchor, Instant now) {
        super(item);
        this.stage = stage.code();
        this.askedBy = asker.username();
        this.askedByName = asker.name();
        this.askedBySite = asker.site();
        this.askedAt = now;
        this.text = text;
        this.anchor = Anchor.written(anchor);
    }

    Question answer(String words, Actor by, Instant now) {
        if (!isOpen()) {
            throw new ReviewRefusals.AlreadyAnswered();
        }
        this.answer = words;
        this.answeredBy = by.username();
        this.answeredAt = now;
        return this;
    }

    boolean isOpen() {
        return answer == null;
    }

    Stage stage() {
        return Stage.ofCode(stage).orElseThrow();
    }

    String askedBy() {
        return askedBy;
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("question");
    }

    @Override
    public String trailedAs() {
        return "asked";
    }

    @Nullable
    String answeredBy() {
        return answeredBy;
    }

    /** As it may be shown, with the author by these names. */
    QuestionView view(@Nullable String answerer, @Nullable String answererName) {
        return new QuestionView(
                getId(),
                new ItemId(itemId()),
                itemVersion(),
                stage(),
                askedBy,
                askedByName,
                askedBySite,
                askedAt,
                text,
                answer,
                answerer,
                answererName,
                answeredAt,
                Anchor.read(anchor));
    }
}
