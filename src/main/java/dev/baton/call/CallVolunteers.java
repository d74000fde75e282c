package dev.baton.call;

import dev.baton.capture.CaptureView;
import dev.baton.capture.PeerCircle;
import dev.baton.identity.Role;
import dev.baton.transfer.Transfers;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The experts who joined a call about the step: volunteers who may be asked for a comment on a draft. */
@Component
class CallVolunteers implements PeerCircle {

    private final ContributionCalls calls;
    private final SignUps signUps;
    private final Transfers transfers;

    CallVolunteers(ContributionCalls calls, SignUps signUps, Transfers transfers) {
        this.calls = calls;
        this.signUps = signUps;
        this.transfers = transfers;
    }

    @Override
    public String code() {
        return "call";
    }

    @Override
    public Set<String> members(CaptureView request) {
        var number = transfers.step(request.stepId()).number();
        var joined = new HashSet<String>();
        for (var call :
                calls.findByTransferIdOrderByPublishedAt(request.transferId().value())) {
            if (call.steps().contains(number)) {
                signUps.findByCallIdOrderBySignedUpAt(call.id()).forEach(signUp -> joined.add(signUp.username()));
            }
        }
        joined.retainAll(transfers.members(request.transferId(), Role.EXPERT));
        return joined;
    }
}
