package dev.baton.workflow;

/** Names in {@code step-handover.bpmn}. */
final class Stewarding {

    static final String KEY = "step-handover";
    static final String TASK_TAKE = "Task_TakeStep";
    static final String ENDED = "StepOfferEnded";

    private Stewarding() {}
}
