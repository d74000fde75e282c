package dev.baton.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Asked before any user task ends, however that came about. An exception refuses the end and rolls everything back.
 */
public interface TaskGuard {

    /** Refuses unless the module's record is in the state that the task stands for, signed where it must be. */
    void beforeComplete(DelegateTask task);

    /** Refuses unless our own modules decided that the task is no longer needed. */
    void beforeDelete(DelegateTask task);
}
