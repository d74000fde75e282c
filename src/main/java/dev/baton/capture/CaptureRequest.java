package dev.baton.capture;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.CaptureRefusals.OutOfSequence;
import dev.baton.capture.method.Method;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
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

/** A request to one expert to tell what they know about one step, from opening to its end. */
@Entity
@Audited
@Table(name = "capture_request")
@SuppressWarnings("UnusedVariable") // Hibernate reads the columns
class CaptureRequest implements TrailSubject {

    static final String OPEN = "open";
    static final String SUBMITTED = "submitted";
    static final String NOTHING_HIDDEN = "nothing-hidden";
    static final String PASSED_ON = "passed-on";

    @Id
    private UUID id;

    private UUID transferId;
    private UUID stepId;
    private String expert;
    private Instant dueAt;
    private String state;
    private boolean unasked;
    private @Nullable String passedFrom;
    private @Nullable String note;
    private @Nullable String methodId;
    private @Nullable Integer methodVersion;
    private @Nullable Integer methodPart;
    private @Nullable String interviewer;
    private @Nullable Integer interviewMinutes;

    private @Nullable String methodReason;
    private @Nullable String openTo;

    @NotAudited
    private @Nullable Instant notNowUntil;

    @NotAudited
    private @Nullable String authorSeal;

    @NotInTrail
    private String label;

    @NotInTrail
    private Instant requestedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected CaptureRequest() {}

    CaptureRequest(StepView step, String expert, Instant dueAt, boolean unasked, Instant now) {
        this.id = UUID.randomUUID();
        this.transferId = step.transferId().value();
        this.stepId = step.id().value();
        this.expert = expert;
        this.dueAt = dueAt;
        this.state = OPEN;
        this.unasked = unasked;
        this.label = step.number() + " " + step.name();
        this.requestedAt = now;
    }

    CaptureId id() {
        return new CaptureId(id);
    }

    TransferId transferId() {
        return new TransferId(transferId);
    }

    StepId stepId() {
        return new StepId(stepId);
    }

    String expert() {
        return expert;
    }

    Instant dueAt() {
        return dueAt;
    }

    String label() {
        return label;
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    CaptureRequest requireOpen() {
        if (!isOpen()) {
            throw new OutOfSequence("capture.closed." + state);
        }
        return this;
    }

    CaptureRequest submitted() {
        requireOpen();
        state = SUBMITTED;
        return this;
    }

    CaptureRequest answeredNothingHidden() {
        requireOpen();
        state = NOTHING_HIDDEN;
        return this;
    }

    /** Closes this request; the one for the other expert is {@code next}. */
    CaptureRequest passedOnTo(CaptureRequest next, @Nullable String comment) {
        requireOpen();
        state = PASSED_ON;
        next.passedFrom = expert;
        next.note = comment;
        return this;
    }

    /** Says why this expert is asked. */
    CaptureRequest because(String words) {
        requireOpen();
        note = words;
        return this;
    }

    /**
     * Asks with that method from now on.
     *
     * @param part the sitting of the method that this request is for, from 1
     * @param reason why the lead chose it, or null when the table did
     */
    final CaptureRequest with(Method method, int part, @Nullable String reason) {
        requireOpen();
        methodId = method.id();
        methodVersion = method.version();
        methodPart = part;
        methodReason = reason;
        return this;
    }

    /** Is due then already; a request is never put off by this. */
    CaptureRequest dueEarlier(Instant at) {
        requireOpen();
        dueAt = at.isBefore(dueAt) ? at : dueAt;
        return this;
    }

    /** Names who asks and writes; null: the expert writes alone. */
    CaptureRequest interviewedBy(@Nullable String username, @Nullable Integer minutes) {
        requireOpen();
        interviewer = username;
        interviewMinutes = username == null ? null : minutes;
        return this;
    }

    /** The expert will not be shown it first before then; null: now after all. */
    CaptureRequest notNow(@Nullable Instant until) {
        requireOpen();
        notNowUntil = until;
        return this;
    }

    /** What is submitted with it will be in confidence, its author's name sealed with this; null: openly. */
    CaptureRequest sealedWith(@Nullable String seal) {
        requireOpen();
        authorSeal = seal;
        return this;
    }

    /** Colleagues of that circle may read and comment what is written so far; null: nobody any more. */
    CaptureRequest openedTo(@Nullable String circle) {
        requireOpen();
        openTo = circle;
        return this;
    }

    @Nullable
    String openTo() {
        return openTo;
    }

    @Nullable
    String authorSeal() {
        return authorSeal;
    }

    @Nullable
    String methodId() {
        return methodId;
    }

    int methodPart() {
        return methodPart == null ? 1 : methodPart;
    }

    @Nullable
    String interviewer() {
        return interviewer;
    }

    @Nullable
    Interview interview() {
        return interviewer == null ? null : new Interview(interviewer, interviewMinutes);
    }

    /** Whether this person tells or writes here: the expert, or who asks them. */
    boolean isToldBy(String username) {
        return expert.equals(username) || username.equals(interviewer);
    }

    CaptureRequest handedTo(String newExpert) {
        requireOpen();
        expert = newExpert;
        authorSeal = null;
        openTo = null;
        if (newExpert.equals(interviewer)) {
            interviewer = null;
            interviewMinutes = null;
        }
        return this;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("capture", id.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "requested";
    }

    CaptureView view() {
        return new CaptureView(
                id(),
                transferId(),
                stepId(),
                expert,
                dueAt,
                state,
                unasked,
                passedFrom,
                note,
                methodId,
                methodPart(),
                methodReason,
                interview(),
                notNowUntil,
                authorSeal != null,
                openTo);
    }
}
