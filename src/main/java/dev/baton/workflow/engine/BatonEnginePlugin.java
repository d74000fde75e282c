package dev.baton.workflow.engine;

import dev.baton.identity.People;
import dev.baton.workflow.AuthorlessHistory;
import dev.baton.workflow.TaskGuard;
import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Gives the engine our people, our guard and our history, before it is built. */
class BatonEnginePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<People> people;
    private final ObjectProvider<TaskGuard> guard;

    BatonEnginePlugin(ObjectProvider<People> people, ObjectProvider<TaskGuard> guard) {
        this.people = people;
        this.guard = guard;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setIdentityProviderSessionFactory(new PeopleSessions(people));
        configuration.setHistoryEventHandler(new AuthorlessHistory(new DbHistoryEventHandler()));
        var listeners = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        listeners.add(new TaskGuardListener(guard));
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private record PeopleSessions(ObjectProvider<People> people) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new PeopleProvider(people);
        }
    }
}
