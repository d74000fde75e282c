package dev.baton.contradiction;

import dev.baton.capture.CaptureEvent;
import dev.baton.capture.CaptureEvent.CaptureSubmitted;
import dev.baton.capture.CaptureEvent.ItemRevised;
import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.CaptureEvent.Submission;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.capture.Voice;
import dev.baton.capture.Voices;
import dev.baton.contradiction.ContradictionEvent.Lapsed;
import dev.baton.contradiction.ContradictionEvent.Opened;
import dev.baton.contradiction.DisagreementRules.Disagreement;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Holds each submitted voice against the others on its step, in the transaction that submits it. */
@Component
class ContradictionFinder {

    private final Voices voices;
    private final Captures captures;
    private final Items items;
    private final DisagreementRules rules;
    private final ContradictionNotes notes;
    private final ContradictionLog log;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ContradictionFinder(
            Voices voices,
            Captures captures,
            Items items,
            ContradictionSettings settings,
            ContradictionNotes notes,
            ContradictionLog log,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.voices = voices;
        this.captures = captures;
        this.items = items;
        this.rules = new DisagreementRules(settings);
        this.notes = notes;
        this.log = log;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(CaptureEvent event) {
        if (event instanceof CaptureSubmitted submitted) {
            var step = captures.known(submitted.captureId()).stepId();
            compare(step, submitted.items().stream().map(Submission::itemId).collect(Collectors.toSet()));
        } else if (event instanceof ItemRevised revised) {
            compare(items.head(revised.itemId()).stepId(), Set.of(revised.itemId()));
        } else if (event instanceof ItemWithdrawn withdrawn) {
            lapse(withdrawn.itemId());
        }
    }

    private void compare(StepId step, Collection<ItemId> spoken) {
        var all = voices.on(step);
        for (var voice : all) {
            if (spoken.contains(voice.itemId())) {
                all.stream()
                        .filter(other -> !other.itemId().equals(voice.itemId()))
                        // Two that were submitted at once are compared once.
                        .filter(other -> !spoken.contains(other.itemId())
                                || other.itemId()
                                                .toString()
                                                .compareTo(voice.itemId().toString())
                                        > 0)
                        .forEach(other -> rules.between(voice, other).ifPresent(found -> note(voice, other, found)));
            }
        }
    }

    private void note(Voice one, Voice other, Disagreement found) {
        // Nobody says this: the product noticed it.
        Acting.as(Actor.SYSTEM, () -> {
            var pair = notes.pair(items.known(one.itemId()), items.known(other.itemId()));
            var fingerprint = fingerprint(List.of(one, other), found);
            if (notes.isNews(pair, fingerprint)) {
                var reason =
                        messages.getMessage(found.messageKey(), found.args().toArray(), Locale.ENGLISH);
                var kept = notes.keep(pair, found.finding(), reason, fingerprint, "");
                if (kept.isOpen()) {
                    events.publishEvent(new Opened(
                            pair.transferId(),
                            kept.id(),
                            pair.first().itemId(),
                            pair.second().itemId(),
                            null));
                }
            }
            return null;
        });
    }

    private void lapse(ItemId withdrawn) {
        for (var contradiction : log.ofItem(withdrawn.value())) {
            var wasOpen = contradiction.isOpen();
            if (wasOpen || contradiction.isProposed()) {
                log.saveAndFlush(contradiction.lapsed(clock.instant().truncatedTo(ChronoUnit.MICROS)));
                if (wasOpen) {
                    events.publishEvent(new Lapsed(contradiction.view().transferId(), contradiction.id()));
                }
            }
        }
    }

    /** What the two said that was held against each other, whoever is named first. */
    private static String fingerprint(List<Voice> two, Disagreement found) {
        var said = new TreeSet<String>();
        for (var voice : two) {
            said.add(
                    found.finding() == Finding.THRESHOLD
                            ? voice.itemId() + " " + voice.thresholdValue() + " " + voice.thresholdUnit()
                            : voice.itemId() + " " + new TreeSet<>(voice.cueWords()));
        }
        return ContentHash.ofText(found.finding().code() + said);
    }
}
