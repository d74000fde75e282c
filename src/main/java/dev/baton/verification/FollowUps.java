package dev.baton.verification;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemId;
import dev.baton.identity.Acting;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationEvent.TextQuestioned;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door from the bench back to the sending site: a text that was not clear, and something nobody had told. */
@Service
@Transactional
public class FollowUps {

    private final Transfers transfers;
    private final Pair pair;
    private final CriticalCues cues;
    private final Captures captures;
    private final ApplicationEventPublisher events;

    FollowUps(Transfers transfers, Pair pair, CriticalCues cues, Captures captures, ApplicationEventPublisher events) {
        this.transfers = transfers;
        this.pair = pair;
        this.cues = cues;
        this.captures = captures;
        this.events = events;
    }

    /** A cue was missed because of the text: its author is asked. */
    public void question(StepId id, ItemId item, @Nullable String text) {
        var step = atTheBench(id);
        var words = require("text", text);
        var cue = cues.ofStep(id).stream()
                .filter(known -> known.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new EntryRefused(List.of(Fault.of("itemId", "verification.cue-unknown"))));
        events.publishEvent(new TextQuestioned(
                step.transferId(),
                id,
                item,
                cue.version(),
                words,
                Acting.current().username()));
    }

    /** Something was seen that no item tells: the expert is asked to tell it. */
    public CaptureId surprise(StepId id, @Nullable String expert, @Nullable String what) {
        var step = atTheBench(id);
        var words = require("text", what);
        var faults = new ArrayList<Fault>();
        if (expert == null || !pair.experts(step.transferId()).contains(expert)) {
            faults.add(Fault.of("expert", "verification.not-an-expert", String.valueOf(expert)));
            throw new EntryRefused(faults);
        }
        return captures.ask(id, expert, words);
    }

    private StepView atTheBench(StepId id) {
        var step = transfers.requireStep(id);
        pair.requirePlayer(step.transferId());
        return step;
    }

    private static String require(String where, @Nullable String text) {
        var faults = new ArrayList<Fault>();
        Texts.require(where, text, Texts.LONGEST_ANSWER, faults);
        if (!faults.isEmpty() || text == null) {
            throw new EntryRefused(faults);
        }
        return text.strip();
    }
}
