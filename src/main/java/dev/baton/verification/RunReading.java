package dev.baton.verification;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.RunView.Someone;
import dev.baton.verification.RunView.State;
import dev.baton.verification.Standing.Closed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts runs together for showing, and knows whom they are shown to: the pair, quality and the transfer's lead. */
@Component
class RunReading {

    private final Transfers transfers;
    private final People people;

    RunReading(Transfers transfers, People people) {
        this.transfers = transfers;
        this.people = people;
    }

    /** Whether the current actor sees a run of these two. */
    boolean maySee(TransferId transfer, String receiver, String expert) {
        var me = Acting.current();
        return me.equals(Actor.SYSTEM)
                || me.username().equals(receiver)
                || me.username().equals(expert)
                || me.is(Role.QUALITY)
                || transfers.isLead(transfer);
    }

    RunView view(OpenRun open) {
        return new RunView(
                open.id(),
                open.transferId(),
                open.stepId(),
                label(transfers.step(open.stepId())),
                open.kind(),
                State.OPEN,
                0,
                someone(open.receiver()),
                someone(open.expert()),
                open.agreedAt(),
                null,
                open.counter(),
                open.progress().prompts(),
                open.progress().rightFirstTime(),
                null,
                open.scores(),
                open.criticalNamed(),
                open.criticalTotal(),
                open.progress().remark(),
                null,
                null,
                null,
                true,
                List.of());
    }

    RunView view(Closed closed) {
        var run = closed.run();
        var hash = run.currentHash();
        return new RunView(
                run.id(),
                run.transferId(),
                run.stepId(),
                run.stepLabel(),
                run.kind(),
                run.isStopped() ? State.STOPPED : closed.isSignedByBoth() ? State.SIGNED : State.WAITING,
                run.number(),
                someone(run.receiver()),
                someone(run.expert()),
                run.agreedAt(),
                run.endedAt(),
                0,
                run.prompts(),
                run.rightFirstTime(),
                run.result(),
                run.cues(),
                run.criticalNamed(),
                run.criticalTotal(),
                run.remark(),
                run.stopReason(),
                hash,
                ContentHash.canonical(run.content()),
                hash.equals(run.contentHash()),
                closed.signatures());
    }

    static String label(StepView step) {
        return step.number() + " " + step.name();
    }

    private Someone someone(String username) {
        return new Someone(
                username, people.person(username).map(PersonView::name).orElse(username));
    }
}
