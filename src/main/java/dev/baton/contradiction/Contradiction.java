package dev.baton.contradiction;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.contradiction.ContradictionRefusals.OutOfSequence;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** Two versions of two items that say different things about one step, from the moment it is noticed to its outcome. */
@Entity
@Audited
@Table(name = "contradiction")
class Contradiction implements TrailSubject {

    /** They may disagree; nobody has said so yet. */
    static final String PROPOSED = "proposed";
    /** A third person is to say, or to be named. */
    static final String OPEN = "open";
    /** The outcome is signed. */
    static final String DECIDED = "decided";
    /** Somebody looked and saw no contradiction. */
    static final String DISMISSED = "dismissed";
    /** One of the two was withdrawn. */
    static final String LAPSED = "lapsed";

    @Id
    private UUID id;

    private UUID stepId;
    private UUID firstItem;
    private int firstVersion;
    private UUID secondItem;
    private int secondVersion;
    private String finding;
    private String reason;
    private String state;
    private @Nullable String arbiter;
    private @Nullable String outcome;
    private @Nullable String words;
    private @Nullable UUID signatureId;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String label;

    @NotInTrail
    @Column(length = 64)
    private String firstHash;

    @NotInTrail
    @Column(length = 64)
    private String secondHash;

    @NotInTrail
    private String fingerprint;

    @NotInTrail
    private String raisedBy;

    @NotInTrail
    private Instant raisedAt;

    @NotInTrail
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Contradiction() {}

    /**
     * One that was noticed.
     *
     * @param fingerprint what the two said that made them disagree, so that the same is not brought up again
     * @param raisedBy user name of the member who marked it, or empty
     */
    Contradiction(
            Pair pair,
            String label,
            Finding finding,
            String reason,
            String fingerprint,
            String raisedBy,
            boolean proposed,
            Instant now) {
        this.id = UUID.randomUUID();
        this.transferId = pair.transferId().value();
        this.stepId = pair.stepId().value();
        this.firstItem = pair.first().itemId().value();
        this.firstVersion = pair.first().version();
        this.firstHash = pair.first().contentHash();
        this.secondItem = pair.second().itemId().value();
        this.secondVersion = pair.second().version();
        this.secondHash = pair.second().contentHash();
        this.label = label;
        this.finding = finding.code();
        this.reason = reason;
        this.fingerprint = fingerprint;
        this.raisedBy = raisedBy;
        this.raisedAt = now;
        this.state = proposed ? PROPOSED : OPEN;
    }

    ContradictionId id() {
        return new ContradictionId(id);
    }

    UUID firstItem() {
        return firstItem;
    }

    UUID secondItem() {
        return secondItem;
    }

    String fingerprint() {
        return fingerprint;
    }

    boolean isOpen() {
        return state.equals(OPEN);
    }

    boolean isProposed() {
        return state.equals(PROPOSED);
    }

    boolean isDecided() {
        return state.equals(DECIDED);
    }

    @Nullable
    String arbiter() {
        return arbiter;
    }

    /** Somebody of the team says that the two do contradict. */
    Contradiction confirmed(String username) {
        require(PROPOSED);
        state = OPEN;
        raisedBy = username;
        return this;
    }

    /** Somebody of the team says that they do not. */
    Contradiction dismissed(String why, Instant now) {
        require(PROPOSED);
        state = DISMISSED;
        words = why;
        closedAt = now;
        return this;
    }

    /** One of the two is no more. */
    Contradiction lapsed(Instant now) {
        state = LAPSED;
        closedAt = now;
        return this;
    }

    /** A third person is asked. */
    Contradiction arbitratedBy(String username) {
        require(OPEN);
        arbiter = username;
        return this;
    }

    /** What the arbiter says of exactly these two versions; the signature follows in the same transaction. */
    Contradiction decided(Pair pair, Outcome found, String why, Instant now) {
        require(OPEN);
        firstVersion = pair.first().version();
        firstHash = pair.first().contentHash();
        secondVersion = pair.second().version();
        secondHash = pair.second().contentHash();
        outcome = found.code();
        words = why;
        closedAt = now;
        state = DECIDED;
        return this;
    }

    Contradiction signed(SignatureView signature) {
        signatureId = signature.id();
        return this;
    }

    /** The hash of what the arbiter signs, computed anew from what is stored. */
    String hash() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("contradictionId", id.toString());
        content.put("stepId", stepId.toString());
        content.put("first", voice(firstItem, firstVersion, firstHash));
        content.put("second", voice(secondItem, secondVersion, secondHash));
        content.put("reason", reason);
        content.put("arbiter", arbiter);
        content.put("outcome", outcome);
        content.put("words", words);
        return ContentHash.of(content);
    }

    ContradictionView view() {
        return new ContradictionView(
                id(),
                new TransferId(transferId),
                new StepId(stepId),
                new ItemId(firstItem),
                firstVersion,
                new ItemId(secondItem),
                secondVersion,
                finding,
                reason,
                state,
                raisedBy.isEmpty() ? null : raisedBy,
                raisedAt,
                arbiter,
                outcome == null ? null : Outcome.ofCode(outcome).orElseThrow(),
                words,
                closedAt,
                signatureId);
    }

    String label() {
        return label;
    }

    UUID transferId() {
        return transferId;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("contradiction", id.toString(), label, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "noticed";
    }

    private void require(String expected) {
        if (!state.equals(expected)) {
            throw new OutOfSequence("contradiction.state." + state);
        }
    }

    private static Map<String, Object> voice(UUID item, int version, String hash) {
        var voice = new LinkedHashMap<String, Object>();
        voice.put("itemId", item.toString());
        voice.put("version", version);
        voice.put("contentHash", hash);
        return voice;
    }

    /** The two voices as they stand now, the older item first. */
    record Pair(ItemView first, ItemView second) {

        TransferId transferId() {
            return first.transferId();
        }

        StepId stepId() {
            return first.stepId();
        }
    }
}
