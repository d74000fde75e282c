package dev.baton.handover;

import dev.baton.Locks;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.TrailRef;
import dev.baton.handover.HandoverEvent.OverrideInForce;
import dev.baton.handover.HandoverEvent.OverrideProposed;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.handover.HandoverRefusals.OverrideRefused;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the gates between phases (WHO TRS 1044, Annex 4, chapter 12): what is missing, and who may pass all the same. */
@Service
@Transactional
public class Gates {

    /** Type of the signed subject. */
    static final String SUBJECT = "gate-override";

    private final List<GateRule> rules;
    private final GateOverrides overrides;
    private final Transfers transfers;
    private final Signatures signatures;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Gates(
            List<GateRule> rules,
            GateOverrides overrides,
            Transfers transfers,
            Signatures signatures,
            AuditTrail trail,
            MessageSource messages,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.rules =
                rules.stream().sorted(Comparator.comparingInt(GateRule::order)).toList();
        this.overrides = overrides;
        this.transfers = transfers;
        this.signatures = signatures;
        this.trail = trail;
        this.messages = messages;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The gate of the present phase, if the current actor may know of the transfer. */
    @Transactional(readOnly = true)
    public GateView look(TransferId id) {
        return view(transfers.require(id));
    }

    /** The gate of the present phase, without asking who wants to know: for the transfer's process. */
    @Transactional(readOnly = true)
    public GateView known(TransferId id) {
        return view(transfers.known(id));
    }

    /** Whether that override waits for its second signature and is still needed, without asking who wants to know. */
    @Transactional(readOnly = true)
    public boolean isProposed(UUID override) {
        return overrides
                .findById(override)
                .map(proposed -> view(transfers.known(proposed.transferId())))
                .filter(gate -> gate.inForce().isEmpty() && !overridable(gate).isEmpty())
                .flatMap(GateView::proposed)
                .filter(waiting -> waiting.id().equals(override))
                .isPresent();
    }

    /** Notes in the trail that somebody came to a closed gate. */
    public void refused(TransferId id, List<Missing> missing) {
        var transfer = transfers.known(id);
        trail.record(
                "gate-refused",
                new TrailRef("transfer", id.toString(), transfer.name(), id.value(), null, null),
                List.of(FieldChange.set("missing", String.join("\n", words(missing)))));
    }

    /** Whether the current actor may sign an override: the transfer's leads and quality. */
    @Transactional(readOnly = true)
    public boolean mayOverride(TransferId id) {
        return Acting.current().is(Role.QUALITY) || transfers.isLead(id);
    }

    /** Looks whether an override may be signed now, before anybody types a password for it. */
    @Transactional(readOnly = true)
    public void requireOverride(TransferId id) {
        var transfer = transfers.require(id);
        if (!mayOverride(id)) {
            throw new NotYours("handover.override-not-yours");
        }
        var gate = view(transfer);
        if (gate.inForce().isPresent() || overridable(gate).isEmpty()) {
            throw new OverrideRefused("handover.override-needless");
        }
    }

    /**
     * Signs that the gate be passed although something is missing. The first signature proposes it and freezes what is
     * missing; the second, by somebody else, puts it in force. One of the two is quality's.
     *
     * @param reason why; needed with the first signature
     */
    public OverrideView override(TransferId id, @Nullable String reason, SigningProof proof) {
        var transfer = transfers.require(id);
        oneAtATime(id);
        requireOverride(id);
        var gate = view(transfer);
        var proposed = gate.proposed();
        if (proposed.isPresent() && covers(proposed.get(), overridable(gate))) {
            return second(transfer, proposed.get(), proof);
        }
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return Acting.because(Objects.requireNonNull(reason), () -> first(transfer, gate, reason, proof));
    }

    private OverrideView first(TransferView transfer, GateView gate, String reason, SigningProof proof) {
        var me = Acting.current().username();
        var override = overrides.save(
                new GateOverride(transfer, words(overridable(gate)), reason.strip(), me, clock.instant()));
        sign(override, proof, reason);
        events.publishEvent(new OverrideProposed(transfer.id(), override.getId(), transfer.phase(), me));
        return override.view(signatures.on(SUBJECT, override.getId()));
    }

    private OverrideView second(TransferView transfer, OverrideView proposed, SigningProof proof) {
        var me = Acting.current();
        if (proposed.signatures().stream().anyMatch(one -> one.username().equals(me.username()))) {
            throw new OverrideRefused("handover.override-signed-already");
        }
        var byQuality = proposed.signatures().stream().anyMatch(one -> one.role() == Role.QUALITY);
        if (!byQuality && !me.is(Role.QUALITY)) {
            throw new OverrideRefused("handover.override-needs-quality");
        }
        var override = overrides.findById(proposed.id()).orElseThrow();
        sign(override, proof, null);
        events.publishEvent(new OverrideInForce(transfer.id(), override.getId(), transfer.phase()));
        return override.view(signatures.on(SUBJECT, override.getId()));
    }

    private SignatureView sign(GateOverride override, SigningProof proof, @Nullable String comment) {
        var role = Acting.current().is(Role.QUALITY) ? Role.QUALITY : Role.TRANSFER_LEAD;
        var subject = new SignedSubject(
                SUBJECT,
                override.getId(),
                1,
                override.transferName(),
                override.transferId().value(),
                null);
        return signatures.sign(proof, subject, Meaning.RESPONSIBILITY, role, override.hash(), "override", comment);
    }

    /** Whether nothing is missing now that was not missing when the first person signed. */
    private boolean covers(OverrideView override, List<Missing> missing) {
        return new HashSet<>(override.missing()).containsAll(words(missing));
    }

    /** What is missing and does not bind whoever overrides. */
    private static List<Missing> overridable(GateView gate) {
        return gate.missing().stream().filter(one -> !one.binding()).toList();
    }

    private GateView view(TransferView transfer) {
        var known = overrides.findByTransferIdOrderByProposedAt(transfer.id().value());
        var signed =
                signatures.on(SUBJECT, known.stream().map(GateOverride::getId).toList());
        return new GateView(
                transfer.phase(),
                rules.stream()
                        .filter(rule -> rule.guards(transfer.phase()))
                        .flatMap(rule -> rule.missing(transfer).stream())
                        .toList(),
                known.stream()
                        .map(override -> override.view(signed.getOrDefault(override.getId(), List.of())))
                        .toList());
    }

    /** Two who sign at once do not both propose. */
    private void oneAtATime(TransferId id) {
        Locks.transfer(jdbc, id.value());
    }

    /** What is frozen with a signature is in one language, whoever signs. */
    private List<String> words(List<Missing> missing) {
        return missing.stream()
                .map(one -> messages.getMessage(one.what(), one.args().toArray(), one.what(), Locale.ENGLISH))
                .filter(Objects::nonNull)
                .map(line -> line.replace('\n', ' '))
                .toList();
    }
}
