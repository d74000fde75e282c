package dev.baton.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Notes every sequence flow that a process takes, which the engine's history does not, and lets a test close the gates
 * between phases, which have no rules yet that could.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TakenPaths {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

    /** Forgets what was taken before. */
    public static void forget() {
        TAKEN.clear();
    }

    /** What was taken since, each as {@code <process> <flow>}. */
    public static Set<String> taken() {
        return new TreeSet<>(TAKEN);
    }

    /** The gates of this transfer say no until they are opened again. */
    public static void closeGates(String transfer) {
        CLOSED.add(transfer);
    }

    /** The gates of this transfer say what their rules say. */
    public static void openGates(String transfer) {
        CLOSED.remove(transfer);
    }

    @Bean
    static ProcessEnginePlugin noteTakenPaths() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                var known = configuration.getCustomPostBPMNParseListeners();
                List<BpmnParseListener> listeners = known == null ? new ArrayList<>() : new ArrayList<>(known);
                listeners.add(new Listening());
                configuration.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }

    private static final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> TAKEN.add(
                    ((ExecutionEntity) execution).getProcessDefinition().getKey() + " " + transition.getId()));
        }

        @Override
        public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (activity.getId().matches("Gateway_(Initiation|Planning|Execution|CloseOut)Complete")) {
                activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                    if (CLOSED.contains(execution.getProcessBusinessKey())) {
                        execution.setVariable("gateOpen", false);
                    }
                });
            }
        }
    }
}
