package dev.baton.workflow;

import dev.baton.transfer.Phase;
import java.util.Map;

/** Names in {@code site-transfer.bpmn}. */
final class SiteTransfer {

    static final String KEY = "site-transfer";
    static final String TRANSFER_STARTED = "TransferStarted";
    static final String GATE_OPEN = "gateOpen";

    /** The message that ends each phase. */
    static final Map<Phase, String> CONCLUDED = Map.of(
            Phase.INITIATION, TRANSFER_STARTED,
            Phase.PLANNING, "PlanningConcluded",
            Phase.EXECUTION, "ExecutionConcluded",
            Phase.CLOSE_OUT, "HandOverAccepted");

    /** The task that enters each phase but the first. */
    static final Map<String, Phase> ENTERED_BY = Map.of(
            "Task_EnterPlanning", Phase.PLANNING,
            "Task_EnterExecution", Phase.EXECUTION,
            "Task_EnterCloseOut", Phase.CLOSE_OUT);

    private SiteTransfer() {}
}
