package dev.baton.workflow;

import java.util.Map;
import java.util.Objects;

/** Process variables that all processes share: ids and routing answers, and the texts of a task's card. */
final class ProcessVariables {

    static final String TRANSFER_ID = "transferId";
    static final String STEP_ID = "stepId";
    static final String OUTCOME = "outcome";

    static final String CARD_TRANSFER = "transfer";
    static final String CARD_STEP = "step";
    static final String CARD_DUE = "due";

    private ProcessVariables() {}

    /** A variable that every instance of ours has from its start. */
    static String text(Map<String, Object> variables, String name) {
        return (String) Objects.requireNonNull(variables.get(name), name);
    }
}
