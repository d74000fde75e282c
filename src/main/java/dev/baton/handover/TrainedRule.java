package dev.baton.handover;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.baton.identity.Role;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import dev.baton.verification.Reading;
import dev.baton.verification.Training;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Close-out begins when everybody at the receiving site has read, or was shown, what is effective. */
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
    public int order() {
        return 250;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        return training.allReadings(transfer.id()).stream()
                .filter(reading -> !reading.covered())
                .collect(groupingBy(Reading::name, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(open -> Missing.of(
                        Role.RECEIVER.code(),
                        "/transfers/" + transfer.id() + "/training",
                        "gate.missing.unread",
                        open.getKey(),
                        open.getValue()))
                .toList();
    }
}
