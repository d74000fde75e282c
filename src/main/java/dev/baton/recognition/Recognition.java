package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.recognition.RecognitionRecord.Contributor;
import dev.baton.recognition.RecognitionRecord.CreditView;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to recognition: what each person gave, and who may see it. */
@Service
@Transactional
public class Recognition {

    private final Items items;
    private final Confidence confidence;
    private final Transfers transfers;
    private final People people;
    private final RecognitionReadModel reading;
    private final RecordSight sight;
    private final VisibilityChoices choices;
    private final Clock clock;

    Recognition(
            Items items,
            Confidence confidence,
            Transfers transfers,
            People people,
            RecognitionReadModel reading,
            RecordSight sight,
            VisibilityChoices choices,
            Clock clock) {
        this.items = items;
        this.confidence = confidence;
        this.transfers = transfers;
        this.people = people;
        this.reading = reading;
        this.sight = sight;
        this.choices = choices;
        this.clock = clock;
    }

    /** A person's recognition record, as far as they let the current actor see it. */
    @Transactional(readOnly = true)
    public RecognitionRecord record(String username) {
        var person = people.require(username);
        var shown = sight.maySee(username);
        var held = heldFromReader(username);
        var credits = shown
                ? reading.credits(username).stream()
                        .filter(credit -> !isHeld(credit.itemId(), held))
                        .toList()
                : List.<CreditView>of();
        var thanks = shown
                ? reading.thanksTo(username).stream()
                        .filter(said -> !isHeld(said.itemId(), held))
                        .toList()
                : List.<ThanksView>of();
        // What is to be read after one's own word only is not read here either, neither its title nor what was said.
        var kept = items.keptBack(Stream.concat(
                        credits.stream().map(CreditView::itemId),
                        thanks.stream().map(ThanksView::itemId))
                .filter(Objects::nonNull)
                .map(ItemId::new)
                .collect(Collectors.toSet()));
        var steps = transfers.labels(kept.values());
        var all = credits.stream()
                .map(credit -> isKept(credit.itemId(), kept)
                        ? credit.called(String.valueOf(
                                steps.get(kept.get(new ItemId(Objects.requireNonNull(credit.itemId()))))))
                        : credit)
                .toList();
        return new RecognitionRecord(
                username,
                person.name(),
                sight.of(username).code(),
                shown,
                all.stream().filter(Recognition::counts).toList(),
                thanks.stream().filter(said -> !isKept(said.itemId(), kept)).toList(),
                all.stream().filter(credit -> !counts(credit)).toList());
    }

    /** What a person gave in confidence is theirs to see, and quality's, whose look is noted. */
    private Set<UUID> heldFromReader(String username) {
        var held = reading.held(username);
        var reader = Acting.current();
        if (held.isEmpty() || reader.username().equals(username)) {
            return Set.of();
        }
        if (!reader.is(Role.QUALITY)) {
            return held;
        }
        confidence.seen(held.stream().map(ItemId::new).toList());
        return Set.of();
    }

    private static boolean isHeld(@Nullable UUID item, Set<UUID> held) {
        return item != null && held.contains(item);
    }

    /**
     * The choice with this code.
     *
     * @throws WordsRefused when there is none
     */
    public static Visibility visibility(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(Visibility::ofCode)
                .orElseThrow(() -> new WordsRefused(List.of(Fault.of("visibility", "recognition.visibility-unknown"))));
    }

    /** The current actor chooses who may see their record. */
    public void choose(Visibility visibility) {
        var me = Acting.current().username();
        if (sight.of(me) != visibility) {
            choices.saveAndFlush(new VisibilityChoice(me, visibility, clock.instant()));
        }
    }

    /** Who has credits or thanks in a transfer, by name, those left out who keep their record to themselves. */
    @Transactional(readOnly = true)
    public List<Contributor> contributorsOf(TransferId transfer) {
        transfers.requireKnown(transfer);
        return visible(reading.contributors(transfer.value()));
    }

    /** Everybody who has credits or thanks anywhere, by name, those left out who keep their record to themselves. */
    @Transactional(readOnly = true)
    public List<Contributor> contributors() {
        return visible(reading.contributors(null));
    }

    private List<Contributor> visible(List<Contributor> all) {
        var hidden = sight.hidden(all.stream().map(Contributor::username).toList());
        return all.stream()
                .filter(person -> !hidden.contains(person.username()))
                .toList();
    }

    private static boolean isKept(@Nullable UUID item, Map<ItemId, StepId> kept) {
        return item != null && kept.containsKey(new ItemId(item));
    }

    private static boolean counts(CreditView credit) {
        return credit.withdrawnAt() == null;
    }
}
