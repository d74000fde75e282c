package dev.baton.contradiction;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.contradiction.ContradictionEvent.ArbiterNamed;
import dev.baton.contradiction.ContradictionEvent.Arbitrated;
import dev.baton.contradiction.ContradictionEvent.Opened;
import dev.baton.contradiction.ContradictionRefusals.EntryRefused;
import dev.baton.contradiction.ContradictionRefusals.NotYours;
import dev.baton.contradiction.ContradictionRefusals.OutOfSequence;
import dev.baton.contradiction.ContradictionRefusals.Unknown;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to contradictions: what was noticed, marking two items, naming the arbiter, and the signed outcome. Neither
 * item is ever changed here.
 */
@Service
@Transactional
public class Contradictions {

    private final ContradictionLog log;
    private final ContradictionNotes notes;
    private final ArbiterPolicy policy;
    private final Items items;
    private final Transfers transfers;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contradictions(
            ContradictionLog log,
            ContradictionNotes notes,
            ArbiterPolicy policy,
            Items items,
            Transfers transfers,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.notes = notes;
        this.policy = policy;
        this.items = items;
        this.transfers = transfers;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /** What the current actor may do about a contradiction. */
    public enum Act {
        /** Say that two voices which may disagree do. */
        CONFIRM,
        /** Say that they do not. */
        DISMISS,
        /** Name the third person. */
        NAME_ARBITER,
        /** Sign what holds. */
        DECIDE
    }

    /** The contradictions of a transfer of which the current actor may see both voices, oldest first. */
    @Transactional(readOnly = true)
    public Page<ContradictionView> list(TransferId transfer, @Nullable String after, int limit) {
        transfers.requireKnown(transfer);
        Page.requireLimit(limit);
        var all = visible(log.ofTransfer(transfer.value()));
        var ids = all.stream().map(each -> each.id().toString()).toList();
        int from = after == null ? 0 : ids.indexOf(after) + 1;
        var rows = all.subList(from, Math.min(all.size(), from + limit + 1));
        return Page.of(rows, limit, each -> each.id().toString());
    }

    /** The contradictions that an item is part of, of which the current actor may see both voices. */
    @Transactional(readOnly = true)
    public List<ContradictionView> of(ItemId item) {
        return visible(log.ofItem(item.value()));
    }

    /** The contradiction, if the current actor may see both voices. */
    @Transactional(readOnly = true)
    public ContradictionView require(ContradictionId id) {
        return visible(log.findById(id.value()).orElseThrow(Unknown::new)).view();
    }

    /** The contradiction without asking who wants to know: for the workflow. */
    @Transactional(readOnly = true)
    public ContradictionView known(ContradictionId id) {
        return log.findById(id.value()).orElseThrow(Unknown::new).view();
    }

    /** Every contradiction that waits for an arbiter or for their word. */
    @Transactional(readOnly = true)
    public List<ContradictionView> waiting() {
        return log.open().stream().map(Contradiction::view).toList();
    }

    /** What the current actor may do about it. */
    @Transactional(readOnly = true)
    public Set<Act> acts(ContradictionView contradiction) {
        var me = Acting.current().username();
        var acts = Stream.<Act>builder();
        if (contradiction.isProposed() && isMember(contradiction.transferId(), me)) {
            acts.add(Act.CONFIRM).add(Act.DISMISS);
        }
        if (contradiction.isOpen() && namesArbiters(contradiction.transferId(), me)) {
            acts.add(Act.NAME_ARBITER);
        }
        if (contradiction.isOpen() && me.equals(contradiction.arbiter())) {
            acts.add(Act.DECIDE);
        }
        return acts.build().collect(Collectors.toSet());
    }

    /** User names of lead and quality, who name the arbiter. */
    @Transactional(readOnly = true)
    public List<String> namers(TransferId transfer) {
        return Stream.of(Role.TRANSFER_LEAD, Role.QUALITY)
                .flatMap(role -> transfers.members(transfer, role).stream())
                .distinct()
                .toList();
    }

    /** User names of everybody who may arbitrate, if the current actor may see both voices. */
    @Transactional(readOnly = true)
    public List<String> possibleArbiters(ContradictionId id) {
        return policy.possible(notes.pair(visible(log.findById(id.value()).orElseThrow(Unknown::new))));
    }

    /**
     * A member of the team marks two items on one step as contradicting.
     *
     * @param reason what is contradictory, in a sentence
     */
    public ContradictionId mark(ItemId one, @Nullable ItemId other, @Nullable String reason) {
        var faults = new ArrayList<Fault>();
        var item = items.require(one);
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        if (other == null) {
            faults.add(Fault.of("other", "text.missing"));
            throw new EntryRefused(faults);
        }
        var pair = notes.pair(item, items.require(other));
        var me = Acting.current().username();
        if (!isMember(pair.transferId(), me)) {
            throw new NotYours("contradiction.members-only");
        }
        if (one.equals(other)) {
            faults.add(Fault.of("other", "contradiction.same-item"));
        } else if (!pair.first().stepId().equals(pair.second().stepId())) {
            faults.add(Fault.of("other", "contradiction.other-step"));
        } else if (pair.first().author().equals(pair.second().author())) {
            faults.add(Fault.of("other", "contradiction.same-author"));
        }
        refuse(faults);
        notes.requireNoneOpen(pair);
        var said = String.valueOf(reason).strip();
        var marked = Acting.because(said, () -> notes.marked(pair, said, me));
        events.publishEvent(opened(marked));
        return marked.id();
    }

    /** A member of the team says that two voices which may disagree do. */
    public ContradictionView confirm(ContradictionId id, @Nullable String reason) {
        return because(reason, () -> {
            var contradiction = locked(id);
            var me = requireMember(contradiction);
            var confirmed = log.saveAndFlush(contradiction.confirmed(me));
            events.publishEvent(opened(confirmed));
            return confirmed.view();
        });
    }

    /** A member of the team says that two voices which may disagree do not. */
    public ContradictionView dismiss(ContradictionId id, @Nullable String reason) {
        return because(reason, () -> {
            var contradiction = locked(id);
            requireMember(contradiction);
            return log.saveAndFlush(contradiction.dismissed(String.valueOf(Acting.reason()), now()))
                    .view();
        });
    }

    /** Lead or quality names the third person, or another one. */
    public ContradictionView nameArbiter(ContradictionId id, @Nullable String username, @Nullable String reason) {
        return because(reason, () -> {
            var contradiction = locked(id);
            if (!namesArbiters(
                    contradiction.view().transferId(), Acting.current().username())) {
                throw new NotYours("contradiction.namers-only");
            }
            var faults = new ArrayList<Fault>();
            Texts.require("arbiter", username, Texts.LONGEST_LINE, faults);
            refuse(faults);
            var named = String.valueOf(username);
            policy.objection(notes.pair(contradiction), named).ifPresent(fault -> refuse(List.of(fault)));
            log.saveAndFlush(contradiction.arbitratedBy(named));
            var view = contradiction.view();
            events.publishEvent(new ArbiterNamed(view.transferId(), id, named));
            return view;
        });
    }

    /**
     * The arbiter signs what holds.
     *
     * @param words the conditions under which both are right, the reason, or the trial that is needed
     */
    public SignatureView decide(
            ContradictionId id, @Nullable Outcome outcome, @Nullable String words, SigningProof proof) {
        var contradiction = locked(id);
        var me = Acting.current();
        if (!me.username().equals(contradiction.arbiter())) {
            throw new NotYours("contradiction.arbiter-only");
        }
        var faults = check(outcome, words);
        refuse(faults);
        var pair = notes.pair(contradiction);
        if (policy.objection(pair, me.username()).isPresent()) {
            throw new NotYours("contradiction.arbiter.no-longer");
        }
        if (!pair.first().isUnaltered() || !pair.second().isUnaltered()) {
            throw new OutOfSequence("contradiction.altered");
        }
        var said = String.valueOf(words).strip();
        return Acting.because(said, () -> {
            log.saveAndFlush(contradiction.decided(pair, Objects.requireNonNull(outcome), said, now()));
            var signature = signatures.sign(
                    proof,
                    new SignedSubject(
                            ContradictionSigned.SUBJECT,
                            id.value(),
                            1,
                            contradiction.label(),
                            contradiction.transferId(),
                            null),
                    Meaning.RESPONSIBILITY,
                    me.roles().stream().sorted().findFirst().orElse(Role.EXPERT),
                    contradiction.hash(),
                    outcome.code(),
                    said);
            log.saveAndFlush(contradiction.signed(signature));
            events.publishEvent(new Arbitrated(
                    pair.transferId(),
                    id,
                    pair.stepId(),
                    pair.first().itemId(),
                    pair.second().itemId(),
                    contradiction.label(),
                    me.username(),
                    signature.id(),
                    signature.signedAt()));
            return signature;
        });
    }

    /** Looks whether that could be signed, before anybody types a password for it. */
    @Transactional(readOnly = true)
    public void check(ContradictionId id, @Nullable Outcome outcome, @Nullable String words) {
        var contradiction = require(id);
        if (!acts(contradiction).contains(Act.DECIDE)) {
            throw contradiction.isOpen()
                    ? new NotYours("contradiction.arbiter-only")
                    : new OutOfSequence("contradiction.state." + contradiction.state());
        }
        refuse(check(outcome, words));
    }

    private static List<Fault> check(@Nullable Outcome outcome, @Nullable String words) {
        var faults = new ArrayList<Fault>();
        if (outcome == null) {
            faults.add(Fault.of("outcome", "contradiction.outcome-unknown"));
        }
        Texts.require("words", words, Texts.LONGEST_ANSWER, faults);
        return faults;
    }

    private Contradiction locked(ContradictionId id) {
        return visible(log.findLocked(id.value()).orElseThrow(Unknown::new));
    }

    private Contradiction visible(Contradiction contradiction) {
        if (visible(List.of(contradiction)).isEmpty()) {
            throw new Unknown();
        }
        return contradiction;
    }

    private List<ContradictionView> visible(List<Contradiction> all) {
        return all.stream()
                .filter(each ->
                        items.maySee(new ItemId(each.firstItem())) && items.maySee(new ItemId(each.secondItem())))
                .map(Contradiction::view)
                .toList();
    }

    private String requireMember(Contradiction contradiction) {
        var me = Acting.current().username();
        if (!isMember(contradiction.view().transferId(), me)) {
            throw new NotYours("contradiction.members-only");
        }
        return me;
    }

    private boolean isMember(TransferId transfer, String username) {
        return transfers.team(transfer).stream()
                        .anyMatch(member -> member.username().equals(username))
                || Acting.current().is(Role.QUALITY);
    }

    private boolean namesArbiters(TransferId transfer, String username) {
        return namers(transfer).contains(username);
    }

    private <T> T because(@Nullable String reason, Supplier<T> act) {
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        return Acting.because(String.valueOf(reason).strip(), act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Opened opened(Contradiction contradiction) {
        var view = contradiction.view();
        return new Opened(view.transferId(), view.id(), view.first(), view.second(), view.raisedBy());
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
