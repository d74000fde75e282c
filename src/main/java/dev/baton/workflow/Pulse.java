package dev.baton.workflow;

/** Names in {@code pulse.bpmn} and {@code pulse-rhythm.bpmn}. */
final class Pulse {

    static final String KEY = "pulse";
    static final String RHYTHM = "pulse-rhythm";
    static final String TASK_ANSWER = "Task_AnswerPulse";
    static final String EVENT_ANSWERED = "Event_PulseAnswered";
    static final String CLOSES_AT = "pulseClosesAt";
    static final String NEXT_AT = "pulseNextAt";
    static final String ENOUGH = "pulseEnough";
    static final String GOES_ON = "pulseGoesOn";

    private Pulse() {}

    /** Business key of a transfer's rhythm, which is another than that of the transfer's own process. */
    static String rhythmOf(String transfer) {
        return "pulse of " + transfer;
    }
}
