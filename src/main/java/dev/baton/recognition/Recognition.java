package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.recognition.RecognitionRecord.Contributor;
import dev.baton.recognition.RecognitionRecord.CreditView;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to recognition: what each person gave, and who may see it. */
@Service
@Transactional
public class Recognition {

    private final Transfers transfers;
    private final People people;
    private final RecognitionReadModel reading;
    private final RecordSight sight;
    private final VisibilityChoices choices;
    private final Clock clock;

    Recognition(
            Transfers transfers,
            People people,
            RecognitionReadModel reading,
            RecordSight sight,
            VisibilityChoices choices,
            Clock clock) {
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
        var all = shown ? reading.credits(username) : List.<CreditView>of();
        return new RecognitionRecord(
                username,
                person.name(),
                sight.of(username).code(),
                shown,
                all.stream().filter(Recognition::counts).toList(),
                shown ? reading.thanksTo(username) : List.of(),
                all.stream().filter(credit -> !counts(credit)).toList());
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
        transfers.require(transfer);
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

    private static boolean counts(CreditView credit) {
        return credit.withdrawnAt() == null;
    }
}
