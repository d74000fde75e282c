package dev.baton.workflow.engine;

import dev.baton.workflow.TaskGuard;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts the guard on every user task of every process without a word about it in the diagrams, and refuses diagrams that
 * break the {@link ModelRules}.
 */
class TaskGuardListener extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskGuard> guard;

    TaskGuardListener(ObjectProvider<TaskGuard> guard) {
        this.guard = guard;
    }

    @Override
    public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        // Built-in, because a caller of the engine can ask it to skip any other listener.
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> guard(task).beforeComplete(task));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, task -> guard(task).beforeDelete(task));
    }

    @Override
    public void parseRootElement(Element rootElement, List<ProcessDefinitionEntity> processDefinitions) {
        var breaches = new ArrayList<String>();
        ModelRules.check(rootElement, breaches::add);
        if (!breaches.isEmpty()) {
            throw new ProcessEngineException("The process may not hold: " + String.join("; ", breaches));
        }
    }

    private TaskGuard guard(DelegateTask task) {
        var found = guard.getIfAvailable();
        if (found == null) {
            throw new ProcessEngineException("Nobody can tell whether task " + task.getId() + " may end.");
        }
        return found;
    }
}
