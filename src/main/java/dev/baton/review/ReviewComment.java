package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import dev.baton.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A remark on one version that holds up nobody. Written once. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "review_comment")
class ReviewComment extends RoundRecord implements TrailSubject {

    @NotInTrail
    private String saidBy;

    @NotInTrail
    private String saidByName;

    @NotInTrail
    private String saidBySite;

    @NotInTrail
    private Instant saidAt;

    private String text;
    private @Nullable String anchor;

    @SuppressWarnings("NullAway.Init")
    protected ReviewComment() {}

    ReviewComment(ItemView item, Actor by, String text, @Nullable Anchor anchor, Instant now) {
        super(item);
        this.saidBy = by.username();
        this.saidByName = by.name();
        this.saidBySite = by.site();
        this.saidAt = now;
        this.text = text;
        this.anchor = Anchor.written(anchor);
    }

    String saidBy() {
        return saidBy;
    }

    /** As it may be shown, with whoever said it by these names. */
    CommentView view(String username, String name) {
        return new CommentView(getId(), itemVersion(), username, name, saidBySite, saidAt, text, Anchor.read(anchor));
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("review-comment");
    }

    @Override
    public String trailedAs() {
        return "commented";
    }
}
