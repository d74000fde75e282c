package dev.baton.handover;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemState;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.HandoverEvent.Landed;
import dev.baton.handover.HandoverRefusals.EntryRefused;
import dev.baton.handover.HandoverRefusals.NotToLand;
import dev.baton.handover.HandoverRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.signature.Meaning;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import dev.baton.signature.SignedSubject;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to landings: where each effective item ended up at the receiving unit. */
@Service
@Transactional
public class Landings {

    /** Type of the signed subject. */
    static final String SUBJECT = "landing";

    private static final int LONGEST_NUMBER = 100;
    private static final int YEARS_AHEAD = 2;

    private final LandingLog log;
    private final LandingList list;
    private final Items items;
    private final Reviews reviews;
    private final Transfers transfers;
    private final Signatures signatures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Landings(
            LandingLog log,
            LandingList list,
            Items items,
            Reviews reviews,
            Transfers transfers,
            Signatures signatures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.list = list;
        this.items = items;
        this.reviews = reviews;
        this.transfers = transfers;
        this.signatures = signatures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes the controlled document in which the effective version ended up. People of the receiving site and quality
     * do it; a landing that replaces an earlier one says why.
     */
    public LandingView land(ItemId id, LandingForm form) {
        var item = toLand(id, form.version());
        var before = log.findByItemIdAndItemVersionOrderByLandedAtDesc(id.value(), item.version());
        var faults = new ArrayList<Fault>();
        Texts.require("document", form.document(), LONGEST_NUMBER, faults);
        Texts.check("section", form.section(), LONGEST_NUMBER, faults);
        // Every document has a day on which it becomes effective; more than two years ahead is a slip of the pen.
        var day = Days.read("effectiveOn", form.effectiveOn(), today().plusYears(YEARS_AHEAD), faults);
        if (before.isEmpty()) {
            Texts.check("reason", form.reason(), Texts.LONGEST_ANSWER, faults);
        } else {
            Texts.require("reason", form.reason(), Texts.LONGEST_ANSWER, faults);
        }
        refuse(faults);
        var reason = Texts.stripped(form.reason());
        return Acting.because(
                reason == null ? "" : reason,
                () -> keep(Landing.inDocument(
                        item,
                        Objects.requireNonNull(form.document()).strip(),
                        Texts.stripped(form.section()),
                        Objects.requireNonNull(day),
                        reason,
                        Acting.current().username(),
                        clock.instant())));
    }

    /** Quality signs that the item is taught and stands in no document, and why that is enough. */
    public SignatureView trainingOnly(ItemId id, int version, String reason, SigningProof proof) {
        var item = toLand(id, version);
        if (!Acting.current().is(Role.QUALITY)) {
            throw new NotYours("handover.training-only-is-qualitys");
        }
        var faults = new ArrayList<Fault>();
        Texts.require("reason", reason, Texts.LONGEST_ANSWER, faults);
        refuse(faults);
        return Acting.because(reason, () -> {
            var landing = Landing.inTrainingOnly(
                    item, reason.strip(), Acting.current().username(), clock.instant());
            keep(landing);
            var subject = new SignedSubject(
                    SUBJECT,
                    Objects.requireNonNull(landing.getId()),
                    item.version(),
                    landing.itemTitle(),
                    landing.transferId(),
                    landing.itemId());
            return signatures.sign(
                    proof, subject, Meaning.RESPONSIBILITY, Role.QUALITY, landing.hash(), "training-only", reason);
        });
    }

    /** The version that may land now, if the current actor may note it; refused as {@link #land} would be. */
    @Transactional(readOnly = true)
    public int effective(ItemId id, @Nullable Integer version) {
        return toLand(id, version).version();
    }

    /** Where the effective version of the item landed, or empty; if the current actor may see the item. */
    @Transactional(readOnly = true)
    public Optional<LandingView> of(ItemId id) {
        var effective = items.require(id).effectiveVersion();
        return effective == null
                ? Optional.empty()
                : log.findByItemIdAndItemVersionOrderByLandedAtDesc(id.value(), effective).stream()
                        .findFirst()
                        .map(Landing::view);
    }

    /** All effective items of a transfer with their landing, longest approved first. */
    @Transactional(readOnly = true)
    public List<ToLand> list(TransferId transfer) {
        transfers.requireKnown(transfer);
        return list.of(transfer);
    }

    /** The effective items that have not landed, longest approved first, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<ToLand> notLanded(TransferId transfer) {
        return list.of(transfer).stream().filter(item -> item.landing() == null).toList();
    }

    /** Whether the current actor may note where items of that transfer landed. */
    @Transactional(readOnly = true)
    public boolean mayLand(TransferId transfer) {
        var actor = Acting.current();
        var ofReceivingSite = actor.site().equals(transfers.known(transfer).receivingSite());
        return actor.is(Role.QUALITY)
                || (ofReceivingSite
                        && (transfers.members(transfer, Role.RECEIVER).contains(actor.username())
                                || transfers
                                        .members(transfer, Role.TRANSFER_LEAD)
                                        .contains(actor.username())));
    }

    private LandingView keep(Landing landing) {
        log.saveAndFlush(landing);
        events.publishEvent(new Landed(
                new TransferId(landing.transferId()),
                new ItemId(landing.itemId()),
                landing.itemVersion(),
                landing.isTrainingOnly()));
        return landing.view();
    }

    private ItemView toLand(ItemId id, @Nullable Integer version) {
        var latest = items.require(id);
        if (!mayLand(latest.transferId())) {
            throw new NotYours("handover.landing-not-yours");
        }
        var effective = latest.effectiveVersion();
        if (effective == null || latest.state() == ItemState.WITHDRAWN) {
            throw new NotToLand("handover.not-effective");
        }
        if (version != null && !version.equals(effective)) {
            throw new NotToLand("handover.another-version-effective");
        }
        if (reviews.triageOf(id, effective).filter(TriageView::onHold).isPresent()) {
            throw new NotToLand("handover.on-hold");
        }
        return effective == latest.version() ? latest : items.require(id, effective);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
