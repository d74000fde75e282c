package dev.baton.contradiction;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.contradiction.Contradiction.Pair;
import dev.baton.contradiction.ContradictionRefusals.OutOfSequence;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts two voices side by side and keeps the note that they disagree, once for each pair. */
@Component
class ContradictionNotes {

    private final ContradictionLog log;
    private final Items items;
    private final Transfers transfers;
    private final Clock clock;

    ContradictionNotes(ContradictionLog log, Items items, Transfers transfers, Clock clock) {
        this.log = log;
        this.items = items;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** Both voices as they stand now. */
    Pair pair(Contradiction contradiction) {
        return new Pair(
                items.known(new ItemId(contradiction.firstItem())),
                items.known(new ItemId(contradiction.secondItem())));
    }

    /** The one that was told first stands first. */
    Pair pair(ItemView one, ItemView other) {
        return one.submittedAt().isAfter(other.submittedAt()) ? new Pair(other, one) : new Pair(one, other);
    }

    /** Refuses when somebody is looking at these two already. */
    void requireNoneOpen(Pair pair) {
        of(pair).stream().filter(Contradiction::isOpen).findFirst().ifPresent(open -> {
            throw new OutOfSequence("contradiction.open-already");
        });
    }

    /** A member's word counts more than a guess: a proposal about the same two becomes theirs. */
    Contradiction marked(Pair pair, String reason, String username) {
        return of(pair).stream()
                .filter(Contradiction::isProposed)
                .findFirst()
                .map(proposed -> log.saveAndFlush(proposed.confirmed(username)))
                .orElseGet(() -> keep(pair, Finding.MEMBER, reason, "", username));
    }

    /** Keeps what the product noticed, unless these two are looked at or the very same was looked at before. */
    boolean isNews(Pair pair, String fingerprint) {
        return of(pair).stream()
                .noneMatch(known -> known.isOpen()
                        || known.isProposed()
                        || known.fingerprint().equals(fingerprint));
    }

    Contradiction keep(Pair pair, Finding finding, String reason, String fingerprint, String username) {
        var step = transfers.labels(List.of(pair.stepId())).get(pair.stepId());
        return log.saveAndFlush(new Contradiction(
                pair,
                String.valueOf(step),
                finding,
                reason,
                fingerprint,
                username,
                finding == Finding.CUE,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private List<Contradiction> of(Pair pair) {
        UUID one = pair.first().itemId().value();
        UUID other = pair.second().itemId().value();
        return log.ofItem(one).stream()
                .filter(known ->
                        known.firstItem().equals(other) || known.secondItem().equals(other))
                .toList();
    }
}
