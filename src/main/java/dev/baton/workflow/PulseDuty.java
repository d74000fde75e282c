package dev.baton.workflow;

import dev.baton.identity.Role;
import dev.baton.recognition.Pulses;
import dev.baton.transfer.Transfers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The lead answers a round of the pulse before everybody: you said, we did. */
@Component
class PulseDuty implements Duty {

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(7);

    private final ObjectProvider<Pulses> pulses;
    private final ObjectProvider<Transfers> transfers;

    PulseDuty(ObjectProvider<Pulses> pulses, ObjectProvider<Transfers> transfers) {
        this.pulses = pulses;
        this.transfers = transfers;
    }

    @Override
    public String kind() {
        return "pulse-answer";
    }

    @Override
    public String processKey() {
        return Pulse.KEY;
    }

    @Override
    public String definitionKey() {
        return Pulse.TASK_ANSWER;
    }

    @Override
    public String page(String key) {
        return "/transfers/" + pulses.getObject().known(UUID.fromString(key)).transferId() + "/pulse#answer";
    }

    @Override
    public Card card(String key) {
        var round = pulses.getObject().known(UUID.fromString(key));
        return new Card(
                round.transferId(),
                null,
                round.transfer(),
                round.closesAt().plus(TIME_TO_ANSWER),
                null,
                transfers.getObject().members(round.transferId(), Role.TRANSFER_LEAD));
    }

    @Override
    public boolean isDone(String key) {
        return pulses.getObject().isAnswered(UUID.fromString(key));
    }

    @Override
    public Set<String> waiting() {
        return pulses.getObject().waiting().stream().map(UUID::toString).collect(Collectors.toSet());
    }
}
