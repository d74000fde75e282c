package dev.baton.web.evaluation;

import dev.baton.call.CallView;
import dev.baton.call.Calls;
import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.DraftComments;
import dev.baton.capture.ItemContent;
import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Many voices in the sample: two experts who contradict each other, with a third person named to say what holds, and a
 * call that two have joined. Each act asks first whether it is done already.
 */
@Component
class VoiceActs {

    private static final String LEAD = "lead";
    private static final String ARBITER = "lead2";
    private static final String WRITER = "expert2";
    private static final String VOLUNTEER = "expert3";
    private static final String DISPUTED = "4.1";
    private static final String CALLED = "1.3";
    private static final Set<String> CALLED_ABOUT = Set.of("1.2", CALLED, "2.2");
    private static final int WEEKS_OPEN = 6;
    private static final int MANY = 200;

    private static final String THEME = "What cold mornings do to the eggs";
    private static final String WORDS =
            "In Liverpool the dock has no curtain. Whatever you do differently when it is cold, from the van to the"
                    + " needle, is what the first winter there will need.";
    private static final String TITLE = "The trolley from the van is not the trolley from the room";
    private static final String WHAT =
            "On a frosty morning I leave the trolley that came last from the van for the end, and I begin with the one"
                    + " from the room. The eggs from the van move late, all of them, for about forty minutes.";
    private static final String REMARK = "Is it the same with the brown shells? To me they seem slower by themselves.";
    private static final String WHY_ARBITER =
            "Two experts stop the clarification at a different jump. The skid in Liverpool needs one number to begin with.";

    private final Transfers transfers;
    private final Contradictions contradictions;
    private final Calls calls;
    private final Captures captures;
    private final DraftComments comments;
    private final DemoPeople people;
    private final Clock clock;

    VoiceActs(
            Transfers transfers,
            Contradictions contradictions,
            Calls calls,
            Captures captures,
            DraftComments comments,
            DemoPeople people,
            Clock clock) {
        this.transfers = transfers;
        this.contradictions = contradictions;
        this.calls = calls;
        this.captures = captures;
        this.comments = comments;
        this.people = people;
        this.clock = clock;
    }

    /** Plays all of it. */
    void play(TransferId transfer) {
        nameArbiter(transfer);
        var call = publish(transfer);
        join(WRITER, call);
        join(VOLUNTEER, call);
        if (call.contributions().isEmpty()) {
            people.as(
                    WRITER,
                    null,
                    () -> calls.pledge(call.id(), step(transfer, CALLED).toString(), TITLE));
        }
        var written = people.as(
                WRITER,
                null,
                () -> calls.require(call.id()).contributions().get(0).captureId());
        write(CaptureId.of(written));
    }

    private void nameArbiter(TransferId transfer) {
        var disputed = step(transfer, DISPUTED);
        people.as(LEAD, null, () -> {
            contradictions.list(transfer, null, MANY).items().stream()
                    .filter(each -> each.stepId().equals(disputed) && each.arbiter() == null)
                    .map(each -> each.isProposed() ? contradictions.confirm(each.id(), WHY_ARBITER) : each)
                    .filter(ContradictionView::isOpen)
                    .forEach(each -> contradictions.nameArbiter(each.id(), ARBITER, WHY_ARBITER));
            return null;
        });
    }

    private CallView publish(TransferId transfer) {
        return people.as(
                LEAD, null, () -> calls.of(transfer).stream().findFirst().orElseGet(() -> {
                    var about = transfers.steps(transfer).stream()
                            .filter(step -> CALLED_ABOUT.contains(step.number()))
                            .map(step -> step.id().toString())
                            .toList();
                    var until = LocalDate.now(clock).plusWeeks(WEEKS_OPEN);
                    return calls.require(calls.publish(transfer, THEME, WORDS, about, until));
                }));
    }

    private void join(String who, CallView call) {
        if (!call.people().contains(who)) {
            people.as(who, null, () -> calls.join(call.id()));
        }
    }

    /** The writer has begun and asks those who joined what they think; one has said so. */
    private void write(CaptureId capture) {
        people.as(WRITER, null, () -> {
            var draft = captures.draft(capture);
            if (draft.version() == 1) {
                captures.saveDraft(
                        capture,
                        1,
                        List.of(written()
                                .of(Objects.requireNonNull(draft.items().get(0).itemId()))));
            }
            if (captures.known(capture).openTo() == null) {
                comments.open(capture, "call");
            }
            return null;
        });
        people.as(VOLUNTEER, null, () -> {
            var draft = comments.read(capture);
            if (draft.comments().isEmpty()) {
                comments.comment(capture, String.valueOf(draft.items().get(0).itemId()), "whatIsDone", REMARK);
            }
            return null;
        });
    }

    private static ItemContent written() {
        return new ItemContent(
                null,
                TITLE,
                "sequence-change",
                WHAT,
                null,
                null,
                null,
                null,
                null,
                null,
                "sight",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private StepId step(TransferId transfer, String number) {
        return Numbered.step(transfers, transfer, number).id();
    }
}
