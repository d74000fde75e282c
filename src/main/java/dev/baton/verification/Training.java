package dev.baton.verification;

import dev.baton.Refusal.Fault;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.identity.TrainingView;
import dev.baton.identity.TrainingView.Kind;
import dev.baton.identity.Trainings;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.verification.VerificationRefusals.NotYours;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import dev.baton.verification.VerificationRefusals.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to training: what people of the receiving site have to read, what they signed, and what that opens. */
@Service
@Transactional
public class Training {

    private final Transfers transfers;
    private final EffectiveItems items;
    private final HoldRegister holds;
    private final TrainingNeeds needs;
    private final Pair pair;
    private final Trainings trainings;
    private final Signatures signatures;
    private final VerificationSettings settings;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final Clock clock;

    Training(
            Transfers transfers,
            EffectiveItems items,
            HoldRegister holds,
            TrainingNeeds needs,
            Pair pair,
            Trainings trainings,
            Signatures signatures,
            VerificationSettings settings,
            AuditTrail trail,
            MessageSource messages,
            Clock clock) {
        this.transfers = transfers;
        this.items = items;
        this.holds = holds;
        this.needs = needs;
        this.pair = pair;
        this.trainings = trainings;
        this.signatures = signatures;
        this.settings = settings;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who may review and demonstrate in a transfer: every receiver for its lead and quality, else the person alone. */
    @Transactional(readOnly = true)
    public List<Permission> permissions(TransferId id) {
        transfers.requireKnown(id);
        return needs.permissions(id).stream()
                .filter(permission -> seesAll(id) || isMe(permission.username()))
                .toList();
    }

    /** What has to be read in a transfer: by everybody for its lead and quality, else by the person alone. */
    @Transactional(readOnly = true)
    public List<Reading> readings(TransferId id) {
        transfers.requireKnown(id);
        return allReadings(id).stream()
                .filter(reading -> seesAll(id) || isMe(reading.username()))
                .toList();
    }

    /** What has to be read in a transfer and by whom, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<Reading> allReadings(TransferId id) {
        return needs.readings(id);
    }

    /**
     * The current actor has read and understood that version; signed as review: "I could work by it". Once, and again
     * before that ends.
     */
    public SignatureView read(ItemId id, int version, SigningProof proof) {
        var me = Acting.current().username();
        var item = requireReadable(id, version);
        var now = clock.instant();
        if (trainings.of(me).stream()
                .anyMatch(record -> record.kind() == Kind.READING
                        && id.value().equals(record.item())
                        && Objects.equals(record.version(), version)
                        && record.isValid(now)
                        && !isRenewable(record, now))) {
            throw new OutOfTurn("verification.read-already");
        }
        var transfer = item.transferId();
        var record = trainings.add(signedNow(
                Kind.READING,
                transfer,
                id,
                version,
                String.valueOf(item.content().title()),
                "training.reading.statement"));
        return signatures.sign(
                proof,
                new SignedSubject(
                        SignedTraining.READING, record.id(), version, record.subject(), transfer.value(), id.value()),
                Meaning.REVIEW,
                Role.RECEIVER,
                SignedTraining.hash(record, item.contentHash()),
                "understood",
                null);
    }

    /** The item, if the current actor is a receiver of its transfer and that version is in force and free to use. */
    @Transactional(readOnly = true)
    public ItemView requireReadable(ItemId id, int version) {
        var item = requireReadable(id);
        if (item.version() != version || holds.isHeld(id, version)) {
            throw new OutOfTurn("verification.reading-not-in-force");
        }
        return item;
    }

    /** The item in its effective version, if the current actor is a receiver of its transfer. */
    @Transactional(readOnly = true)
    public ItemView requireReadable(ItemId id) {
        var item = items.find(id).orElseThrow(Unknown::new);
        transfers.requireStep(item.stepId());
        if (!pair.receivers(item.transferId()).contains(Acting.current().username())) {
            throw new NotYours("verification.reading-not-yours");
        }
        return item;
    }

    /** The current actor has read what the transfer is about and how it works; signed as review. */
    public SignatureView brief(TransferId id, SigningProof proof) {
        var transfer = transfers.require(id);
        requireReceiver(id);
        var record = trainings.add(signedNow(Kind.BRIEFING, id, null, null, transfer.name(), "training.briefing.text"));
        return signatures.sign(
                proof,
                new SignedSubject(SignedTraining.BRIEFING, record.id(), 1, transfer.name(), id.value(), null),
                Meaning.REVIEW,
                Role.RECEIVER,
                SignedTraining.hash(record, ""),
                "understood",
                null);
    }

    /** Refuses unless the current actor is a receiver of the transfer. */
    @Transactional(readOnly = true)
    public TransferView requireReceiver(TransferId id) {
        var transfer = transfers.require(id);
        if (!pair.receivers(id).contains(Acting.current().username())) {
            throw new NotYours("verification.reading-not-yours");
        }
        return transfer;
    }

    /** The lead or quality records that somebody was instructed in person, for the reason in {@link Acting#reason()}. */
    public TrainingView instruct(TransferId id, @Nullable String username, @Nullable Instant until) {
        var transfer = transfers.require(id);
        if (!seesAll(id)) {
            throw new NotYours("verification.instruct-not-yours");
        }
        var faults = new ArrayList<Fault>();
        if (username == null || !pair.receivers(id).contains(username)) {
            faults.add(Fault.of("username", "verification.not-a-receiver", String.valueOf(username)));
        }
        var now = now();
        if (until != null && !until.isAfter(now)) {
            faults.add(Fault.of("until", "verification.until-past"));
        }
        if (!faults.isEmpty() || username == null) {
            throw new EntryRefused(faults);
        }
        if (Acting.reason() == null) {
            throw new ReasonMissing();
        }
        trail.record(
                "instructed",
                new TrailRef("training", username, username, id.value(), null, null),
                List.of(FieldChange.set("person", username)));
        return trainings.add(new TrainingView(
                UUID.randomUUID(),
                username,
                Kind.INSTRUCTION,
                id.value(),
                null,
                null,
                transfer.name(),
                null,
                now,
                until == null ? validUntil(now) : until,
                Acting.current().username()));
    }

    /** Why that person may not review in the transfer, or empty: they may. */
    @Transactional(readOnly = true)
    public boolean mayReview(TransferId id, String username) {
        return TrainingRule.working(trainings.of(username), id.value(), clock.instant())
                .isPresent();
    }

    /** Refuses a review for the receiving site to somebody without valid training, and says what to read. */
    @Transactional(readOnly = true)
    public void requireReview(TransferId id, String username) {
        if (!mayReview(id, username)) {
            throw new NotYours("verification.not-trained", "/transfers/" + id + "/briefing");
        }
    }

    /** Refuses a formal run to somebody without valid training, and names what they have not read. */
    void requireRun(StepView step, String receiver) {
        requireReview(step.transferId(), receiver);
        var unread = unread(step.transferId(), step.id(), receiver);
        if (!unread.isEmpty()) {
            throw new NotYours(
                    "verification.not-read",
                    String.join(", ", unread),
                    "/transfers/" + step.transferId() + "/readings");
        }
    }

    private List<String> unread(TransferId transfer, StepId step, String receiver) {
        return allReadings(transfer).stream()
                .filter(reading ->
                        reading.stepId().equals(step) && reading.username().equals(receiver) && !reading.covered())
                .map(Reading::title)
                .toList();
    }

    private TrainingView signedNow(
            Kind kind,
            TransferId transfer,
            @Nullable ItemId item,
            @Nullable Integer version,
            String subject,
            String statement) {
        var me = Acting.current().username();
        var now = now();
        return new TrainingView(
                UUID.randomUUID(),
                me,
                kind,
                transfer.value(),
                item == null ? null : item.value(),
                version,
                subject,
                messages.getMessage(statement, null, Locale.ENGLISH),
                now,
                validUntil(now),
                me);
    }

    private boolean isRenewable(TrainingView record, Instant now) {
        return record.validUntil() != null && settings.isRenewable(record.validUntil(), now);
    }

    private Instant validUntil(Instant now) {
        return now.atOffset(ZoneOffset.UTC)
                .plusMonths(settings.trainingMonths())
                .toInstant();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean seesAll(TransferId id) {
        return transfers.isLead(id) || Acting.current().is(Role.QUALITY);
    }

    private static boolean isMe(String username) {
        return Acting.current().username().equals(username);
    }
}
