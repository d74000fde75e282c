package dev.baton.recognition.web;

import dev.baton.recognition.PulseView;
import dev.baton.recognition.Pulses;
import dev.baton.transfer.TransferId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the people of a transfer are: two questions, a free line, and what the lead says to it. */
@RestController
@RequestMapping("/api")
class PulseApi {

    private final Pulses pulses;

    PulseApi(Pulses pulses) {
        this.pulses = pulses;
    }

    /**
     * An answer; nothing of it can be joined to whoever gives it.
     *
     * @param handingOver how it is to hand over, 1 (heavy) to 5 (light)
     * @param heard how far one feels heard, 1 (not at all) to 5 (fully)
     */
    record Answer(
            @Nullable String transferId,
            @Nullable Integer handingOver,
            @Nullable Integer heard,
            @Nullable String line) {}

    /** What the lead has heard, and does. */
    record Reply(@Nullable String said, @Nullable String did) {}

    /** The open round as a number, and the results of five answers and more. */
    @GetMapping("/transfers/{id}/pulse")
    PulseView pulse(@PathVariable String id) {
        return pulses.view(TransferId.of(id));
    }

    /** Answers the open round of a transfer, once. */
    @PostMapping("/pulse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@RequestBody Answer answer) {
        pulses.answer(
                TransferId.of(String.valueOf(answer.transferId())),
                answer.handingOver() == null ? 0 : answer.handingOver(),
                answer.heard() == null ? 0 : answer.heard(),
                answer.line());
    }

    /** The lead answers a round before everybody. */
    @PostMapping("/pulse/{roundId}/reply")
    @ResponseStatus(HttpStatus.CREATED)
    void reply(@PathVariable String roundId, @RequestBody Reply reply) {
        pulses.reply(UUID.fromString(roundId), reply.said(), reply.did());
    }
}
