package dev.baton.capture;

import static dev.baton.capture.ItemState.APPROVED;
import static dev.baton.capture.ItemState.DRAFT;
import static dev.baton.capture.ItemState.SUBMITTED;
import static dev.baton.capture.ItemState.SUPERSEDED;
import static dev.baton.capture.ItemState.TRANSFERRED;
import static dev.baton.capture.ItemState.WITHDRAWN;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.CaptureRefusals.Stale;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** One captured hidden step through all its versions: where it stands, whose turn it is, what is effective. */
@Entity
@Audited
@Table(name = "knowledge_item")
class KnowledgeItem implements TrailSubject {

    @Id
    private UUID id;

    private UUID transferId;
    private UUID stepId;
    private UUID captureId;
    private String author;
    private String state;
    private boolean inRework;
    private int latestVersion;
    private @Nullable Integer effectiveVersion;
    private boolean openToReceivingSite;
    private @Nullable Boolean inConfidence;

    @NotAudited
    private @Nullable String authorSeal;

    @NotInTrail
    private String title;

    @NotInTrail
    private int stepPosition;

    @NotInTrail
    private Instant createdAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected KnowledgeItem() {}

    KnowledgeItem(ItemId id, CaptureRequest capture, int stepPosition, ItemContent content, Instant now) {
        this.id = id.value();
        this.transferId = capture.transferId().value();
        this.stepId = capture.stepId().value();
        this.captureId = capture.id().value();
        this.author = capture.expert();
        this.state = SUBMITTED.code();
        this.latestVersion = 1;
        this.openToReceivingSite = !ContentRules.needsQualityFirst(content);
        this.title = String.valueOf(content.title());
        this.stepPosition = stepPosition;
        this.createdAt = now;
        this.authorSeal = capture.authorSeal();
        this.inConfidence = authorSeal == null ? null : true;
    }

    ItemId id() {
        return new ItemId(id);
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    CaptureId captureId() {
        return new CaptureId(captureId);
    }

    String author() {
        return author;
    }

    ItemState state() {
        return ItemTransitions.ofCode(state);
    }

    boolean isInRework() {
        return inRework;
    }

    int latestVersion() {
        return latestVersion;
    }

    @Nullable
    Integer effectiveVersion() {
        return effectiveVersion;
    }

    boolean isOpenToReceivingSite() {
        return openToReceivingSite;
    }

    /** Whether nobody but the author, quality and auditors may know who wrote it. */
    boolean isInConfidence() {
        return Boolean.TRUE.equals(inConfidence);
    }

    /** What seals the author's name in the signed content of the next version, or null when it stands openly. */
    @Nullable
    String authorSeal() {
        return isInConfidence() ? authorSeal : null;
    }

    /** Its author stands by it from now on. */
    KnowledgeItem steppedOut() {
        if (!isInConfidence()) {
            throw new OutOfSequence("confidence.not-held");
        }
        inConfidence = false;
        return this;
    }

    String title() {
        return title;
    }

    int stepPosition() {
        return stepPosition;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Where one version stands: the latest as the item does, the effective one approved, all others left behind. */
    ItemState stateOf(int version) {
        if (version == latestVersion) {
            return state();
        }
        if (effectiveVersion != null && version == effectiveVersion) {
            return APPROVED;
        }
        return state() == WITHDRAWN && effectiveVersion == null ? WITHDRAWN : SUPERSEDED;
    }

    /** Its author gets it back with a question; an item that was refused is there already. */
    KnowledgeItem returnedToAuthor() {
        if (state() != DRAFT && !ItemTransitions.isInReview(state())) {
            throw new OutOfSequence("capture.not-in-review", state);
        }
        inRework = true;
        return this;
    }

    /** Answered without a change: the text is locked again. */
    KnowledgeItem backInReview() {
        if (!inRework || (!ItemTransitions.isInReview(state()) && !isRevisionUnsubmitted())) {
            throw new OutOfSequence("capture.not-in-rework", state);
        }
        inRework = false;
        return this;
    }

    /** Review moves the version on, or a refusal takes it back. */
    KnowledgeItem movedTo(int version, ItemState next) {
        if (version != latestVersion) {
            throw new Stale(version, latestVersion);
        }
        if (next == SUBMITTED || next == SUPERSEDED || next == WITHDRAWN || !ItemTransitions.allows(state(), next)) {
            throw new OutOfSequence("capture.out-of-sequence", state, next.code());
        }
        if (next == APPROVED) {
            if (inRework) {
                throw new OutOfSequence("capture.approve-in-rework");
            }
            effectiveVersion = version;
        }
        if (next == DRAFT) {
            inRework = true;
        }
        state = next.code();
        return this;
    }

    KnowledgeItem openedToReceivingSite() {
        openToReceivingSite = true;
        return this;
    }

    /** The author side begins a next version; what is effective stays so meanwhile. */
    KnowledgeItem revisionBegun() {
        if (effectiveVersion == null) {
            throw new OutOfSequence("capture.revise-not-effective", state);
        }
        if (inRework || (state() != APPROVED && state() != TRANSFERRED && state() != WITHDRAWN)) {
            throw new OutOfSequence("capture.revise-in-work");
        }
        inRework = true;
        return this;
    }

    /** The author submits the next version. */
    KnowledgeItem revised(ItemContent content) {
        if (!inRework) {
            throw new OutOfSequence("capture.not-in-rework", state);
        }
        latestVersion++;
        state = SUBMITTED.code();
        inRework = false;
        openToReceivingSite = !ContentRules.needsQualityFirst(content);
        title = String.valueOf(content.title());
        return this;
    }

    /** Taken back as a whole, what was effective included. */
    KnowledgeItem withdrawn() {
        if (state() == WITHDRAWN && effectiveVersion == null) {
            throw new OutOfSequence("capture.withdrawn-already");
        }
        state = WITHDRAWN.code();
        effectiveVersion = null;
        inRework = false;
        return this;
    }

    /** The author gives up the version in work; an effective earlier one stays effective. */
    KnowledgeItem withdrawnByAuthor() {
        if (!inRework) {
            throw new OutOfSequence("capture.withdraw-not-in-rework");
        }
        inRework = false;
        if (isRevisionUnsubmitted()) {
            return this;
        }
        state = WITHDRAWN.code();
        return this;
    }

    /** Whether a next version was begun of which nothing has been submitted yet. */
    boolean isRevisionUnsubmitted() {
        return effectiveVersion != null && (effectiveVersion == latestVersion || state() == WITHDRAWN);
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("item", id.toString(), title, transferId, id, latestVersion);
    }

    /** As {@link #trailRef()}, for what concerns an earlier version. */
    TrailRef trailRef(int version) {
        return new TrailRef("item", id.toString(), title, transferId, id, version);
    }
}
