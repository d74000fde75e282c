package dev.baton.workflow;

import dev.baton.recognition.RecognitionEvent.StepKept;
import dev.baton.recognition.RecognitionEvent.StepLetGo;
import dev.baton.recognition.RecognitionEvent.StepTaken;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves {@code step-handover} in the transaction in which a step is let go of, taken or kept. */
@Component
class StewardListener {

    private static final Logger LOG = LoggerFactory.getLogger(StewardListener.class);

    private final DutyProcess process;
    private final StewardDuty duty;

    StewardListener(DutyProcess process, StewardDuty duty) {
        this.process = process;
        this.duty = duty;
    }

    @EventListener
    void on(StepLetGo event) {
        process.begin(duty, event.handoverId().toString(), Map.of());
    }

    @EventListener
    void on(StepTaken event) {
        process.done(duty, event.handoverId().toString(), Map.of());
    }

    @EventListener
    void on(StepKept event) {
        process.tell(Stewarding.KEY, event.handoverId().toString(), Stewarding.ENDED, Map.of());
    }

    /** What was let go of before this was a task has none yet. */
    @EventListener(ApplicationStartedEvent.class)
    void catchUp() {
        duty.waiting().stream()
                .filter(key -> !process.runs(Stewarding.KEY, key))
                .forEach(this::catchUp);
    }

    private void catchUp(String key) {
        try {
            process.begin(duty, key, Map.of());
        } catch (RuntimeException e) {
            // One offer that cannot become a task keeps neither the others nor the product from starting.
            LOG.error("No task for the offer {} of a step", key, e);
        }
    }
}
