package dev.baton.workflow;

/** Names in {@code arbitration.bpmn}. */
final class Arbitration {

    static final String KEY = "arbitration";
    static final String TASK_NAME_ARBITER = "Task_NameArbiter";
    static final String TASK_ARBITRATE = "Task_Arbitrate";
    static final String LAPSED = "ContradictionLapsed";

    private Arbitration() {}

    /** The page on which both are done. */
    static String page(String key) {
        return "/contradictions/" + key;
    }
}
