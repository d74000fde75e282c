package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.verification.Reading;
import dev.baton.verification.Training;
import java.util.List;
import org.springframework.stereotype.Component;

/** Close-out begins, and ends, when everybody at the receiving site has read, or was shown, what is effective. */
@Component
class TrainedRule implements GateRule {

    private final Training training;

    TrainedRule(Training training) {
        this.training = training;
    }

    @Override
    public Phase phase() {
        return Phase.EXECUTION;
    }

    @Override
    public boolean guards(Phase left) {
        return left == Phase.EXECUTION || left == Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 250;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        return training.allReadings(transfer.id()).stream()
                .filter(reading -> !reading.covered())
                .map(Reading::name)
                .distinct()
                .sorted()
                .map(name -> Missing.of(
                        Role.RECEIVER.code(), "/transfers/" + transfer.id() + "/training", "gate.missing.unread", name))
                .toList();
    }
}
