package dev.baton.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine as our façades use it: as the system, without the engine's own authorizations, since our modules have
 * decided already. Looked up late, because the engine's own plugins come to our beans while it is being built.
 */
@Component
class Engine {

    private final ObjectProvider<ProcessEngine> engine;

    Engine(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    TaskService tasks() {
        return engine.getObject().getTaskService();
    }

    DecisionService decisions() {
        return engine.getObject().getDecisionService();
    }

    RepositoryService repository() {
        return engine.getObject().getRepositoryService();
    }

    RuntimeService runtime() {
        return engine.getObject().getRuntimeService();
    }

    ManagementService jobs() {
        return engine.getObject().getManagementService();
    }

    <T extends @Nullable Object> T asSystem(Supplier<T> work) {
        IdentityService identity = engine.getObject().getIdentityService();
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    void asSystem(Runnable work) {
        this.<@Nullable Void>asSystem(() -> {
            work.run();
            return null;
        });
    }

    /** Starts a process. */
    void start(String key, String businessKey, Map<String, Object> variables) {
        asSystem(() -> {
            runtime().startProcessInstanceByKey(key, businessKey, variables);
        });
    }

    /** The running instance of a process for this record, or empty. */
    Optional<String> instance(String key, String businessKey) {
        return TaskInHand.instance(key, businessKey)
                .or(() -> asSystem(() -> Optional.ofNullable(runtime()
                                .createProcessInstanceQuery()
                                .processDefinitionKey(key)
                                .processInstanceBusinessKey(businessKey)
                                .singleResult())
                        .map(found -> found.getProcessInstanceId())));
    }

    /** The open task of that name in the instance, or empty. */
    Optional<Task> task(String processInstanceId, String definitionKey) {
        return asSystem(() -> Optional.ofNullable(tasks().createTaskQuery()
                .processInstanceId(processInstanceId)
                .taskDefinitionKey(definitionKey)
                .singleResult()));
    }

    /** Completes the open task of that name in the instance; nothing happens when there is none. */
    void complete(String processInstanceId, String definitionKey, Map<String, Object> variables) {
        var inHand = TaskInHand.toEnd(processInstanceId, definitionKey);
        if (inHand.isPresent()) {
            asSystem(() -> end(inHand.get(), variables));
            return;
        }
        task(processInstanceId, definitionKey)
                .ifPresent(task -> asSystem(() -> tasks().complete(task.getId(), variables)));
    }

    /** In one command, so that the engine reads and writes once for both. */
    private void end(TaskInHand inHand, Map<String, Object> variables) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().<@Nullable Void>execute(command -> {
            var taker = inHand.taker();
            if (taker != null) {
                tasks().claim(inHand.taskId(), taker);
            }
            tasks().complete(inHand.taskId(), variables);
            return null;
        });
    }

    /** Brings a message to the instance, where something waits for it. */
    void tell(String processInstanceId, String message, Map<String, Object> variables) {
        asSystem(() -> {
            var waiting = runtime()
                            .createEventSubscriptionQuery()
                            .processInstanceId(processInstanceId)
                            .eventType("message")
                            .eventName(message)
                            .count()
                    > 0;
            if (waiting) {
                runtime()
                        .createMessageCorrelation(message)
                        .processInstanceId(processInstanceId)
                        .setVariables(variables)
                        .correlate();
            }
        });
    }
}
