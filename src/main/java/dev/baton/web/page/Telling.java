package dev.baton.web.page;

import dev.baton.capture.Captures;
import dev.baton.transfer.StepId;
import org.springframework.stereotype.Component;

/** Begins a capture unasked and finds its task. */
@Component
class Telling {

    private final Captures captures;

    Telling(Captures captures) {
        this.captures = captures;
    }

    /** Begins; gives the id of the task that came of it. */
    String begin(StepId step) {
        return captures.begin(step).toString();
    }
}
