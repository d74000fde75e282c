package dev.baton.workflow;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves processes that are made of duties. */
@Component
public class DutyProcess {

    private final Engine engine;
    private final DutyTasks tasks;

    DutyProcess(Engine engine, DutyTasks tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    /**
     * Starts the process for a record, whose first duty this is.
     *
     * @param variables more process variables: ids, dates for timers and routing answers only
     */
    public void begin(Duty first, String key, Map<String, Object> variables) {
        var card = first.card(key);
        var all = new HashMap<>(variables);
        all.put(ProcessVariables.TRANSFER_ID, card.transferId().toString());
        var step = card.stepId();
        if (step != null) {
            all.put(ProcessVariables.STEP_ID, step.toString());
        }
        engine.start(first.processKey(), key, all);
    }

    /**
     * The record moved on: the open task of this duty ends. Nothing happens when there is none.
     *
     * @param variables routing answers
     */
    public void done(Duty duty, String key, Map<String, Object> variables) {
        engine.instance(duty.processKey(), key)
                .ifPresent(instance ->
                        Deciding.about(instance, () -> engine.complete(instance, duty.definitionKey(), variables)));
    }

    /** Whether the process of a record runs. */
    public boolean runs(String processKey, String key) {
        return engine.instance(processKey, key).isPresent();
    }

    /** Brings a message to the process of a record, such as that it is no longer needed. */
    public void tell(String processKey, String key, String message, Map<String, Object> variables) {
        engine.instance(processKey, key)
                .ifPresent(instance -> Deciding.about(instance, () -> engine.tell(instance, message, variables)));
    }

    /** Works out again whose the open task of this duty is. */
    public void refresh(Duty duty, String key) {
        engine.instance(duty.processKey(), key)
                .flatMap(instance -> engine.task(instance, duty.definitionKey()))
                .ifPresent(task -> tasks.hand(task.getId(), duty.card(key)));
    }
}
