package dev.baton.workflow.web;

import dev.baton.transfer.TransferId;
import dev.baton.workflow.PulseRhythm;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When the people of a transfer are asked how they are. */
@RestController
class PulseController {

    private final PulseRhythm rhythm;

    PulseController(PulseRhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** The lead asks now, between two beats of the rhythm. */
    @PostMapping("/api/transfers/{id}/pulse")
    @ResponseStatus(HttpStatus.CREATED)
    void askNow(@PathVariable String id) {
        rhythm.askNow(TransferId.of(id));
    }
}
