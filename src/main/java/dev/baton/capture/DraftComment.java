package dev.baton.capture;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a colleague said about one answer of a draft, until its author has done with it; nothing waits for it. */
@Entity
@Audited
@Table(name = "draft_comment")
@SuppressWarnings("UnusedVariable") // some columns are read by Hibernate alone
class DraftComment implements TrailSubject {

    @Id
    private UUID id;

    private String words;
    private String field;
    private String quote;
    private boolean settled;

    @NotInTrail
    private UUID captureId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private UUID itemId;

    @NotInTrail
    private String saidBy;

    @NotInTrail
    private Instant saidAt;

    @NotInTrail
    private String label;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected DraftComment() {}

    /**
     * A new one.
     *
     * @param field the answer that it is about, as {@code whatIsDone} or {@code answers.pause}
     * @param quote what stood there when it was said
     */
    DraftComment(
            CaptureRequest capture, ItemId item, String field, String quote, String words, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.captureId = capture.id().value();
        this.transferId = capture.transferId().value();
        this.itemId = item.value();
        this.field = field;
        this.quote = quote;
        this.words = words;
        this.saidBy = by;
        this.saidAt = now;
        this.label = capture.label();
        this.settled = false;
    }

    CaptureId captureId() {
        return new CaptureId(captureId);
    }

    DraftComment settle() {
        settled = true;
        return this;
    }

    DraftCommentView view() {
        return new DraftCommentView(id, new ItemId(itemId), field, quote, words, saidBy, saidAt, settled);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("draft-comment", id.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "said";
    }
}
