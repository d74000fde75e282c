package dev.baton.web.evaluation;

import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.recognition.PulseRefusals.AnsweredAlready;
import dev.baton.recognition.Pulses;
import dev.baton.recognition.Stewardship;
import dev.baton.recognition.Stories;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.PulseRhythm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people of the sample say to each other beside the items: the story of a step, how it is to hand over, and a step
 * that one lets go of and another takes. Each act asks first whether it is done already.
 */
@Component
class PeopleActs {

    private static final String STEP = "1.3";
    private static final String CARRIER = "expert2";
    private static final String HEIR = "receiver1";
    private static final String STORY =
            """
            My first winter here I broke more eggs than I candled. Old hands did it with a torch and a cardboard tube, and \
            nobody would say what they saw, because nobody had ever asked. I took a stopwatch home and candled breakfast eggs \
            until my daughter refused to eat them. The two seconds are hers: she counted aloud.""";
    private static final String LAST_WORD =
            "Trust the delay and not the clock on the wall. And keep the grey tray: a third of them come back.";
    private static final String FIRST_WORD = "I shall. It stands to the left of the beam, where yours stood.";

    private final Transfers transfers;
    private final Stories stories;
    private final Stewardship stewardship;
    private final Pulses pulses;
    private final PulseRhythm rhythm;
    private final Reauthentication reauthentication;
    private final DemoPeople people;

    PeopleActs(
            Transfers transfers,
            Stories stories,
            Stewardship stewardship,
            Pulses pulses,
            PulseRhythm rhythm,
            Reauthentication reauthentication,
            DemoPeople people) {
        this.transfers = transfers;
        this.stories = stories;
        this.stewardship = stewardship;
        this.pulses = pulses;
        this.rhythm = rhythm;
        this.reauthentication = reauthentication;
        this.people = people;
    }

    /** Plays all of it. */
    void play(TransferId transfer) {
        var step = people.as(
                CARRIER, null, () -> Numbered.step(transfers, transfer, STEP).id());
        people.as(CARRIER, null, () -> {
            if (stories.of(step).isEmpty()) {
                stories.tell(step, STORY, null);
            }
            if (stewardship.of(step).handovers().isEmpty()) {
                stewardship.letGo(step, HEIR, LAST_WORD, proof());
            }
            return step;
        });
        people.as(HEIR, null, () -> {
            stewardship.of(step).handovers().stream()
                    .filter(given -> given.takenAt() == null && given.endedAt() == null)
                    .forEach(given -> stewardship.take(given.id(), FIRST_WORD, proof()));
            return step;
        });
        ask(transfer);
    }

    /** A round that waits for two more answers before anybody can read any. */
    private void ask(TransferId transfer) {
        people.as("lead", null, () -> {
            if (pulses.mayAsk(transfer)) {
                rhythm.askNow(transfer);
            }
            return transfer;
        });
        answer(transfer, CARRIER, 2, 4, "Some evenings I miss being asked. This helps.");
        answer(transfer, HEIR, 4, 5, null);
        answer(transfer, "quality", 3, 4, "More time between two questions would do me good.");
    }

    private void answer(TransferId transfer, String who, int handingOver, int heard, @Nullable String line) {
        people.as(who, null, () -> {
            try {
                pulses.answer(transfer, handingOver, heard, line);
            } catch (AnsweredAlready done) {
                // an earlier attempt got as far as this
            }
            return transfer;
        });
    }

    private SigningProof proof() {
        return reauthentication.prove(Acting.current().username(), DemoPeople.PASSWORD);
    }
}
