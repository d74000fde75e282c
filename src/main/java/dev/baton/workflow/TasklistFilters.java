package dev.baton.workflow;

import dev.baton.identity.Role;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * At each start gives every role except the administrator's what Tasklist needs and no more: the application, the three
 * filters, the names of processes and of people. The tasks themselves come with their candidates.
 */
@Component
class TasklistFilters {

    private final NamedFilters filters;
    private final TaskService tasks;

    TasklistFilters(NamedFilters filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    @EventListener(PostDeployEvent.class)
    void prepare() {
        var shown = List.of(
                filters.ensure(
                        "mine",
                        "engine.filter.mine",
                        -30,
                        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")),
                // A candidate user is also a candidate through the groups that the user is in.
                filters.ensure(
                        "open",
                        "engine.filter.open",
                        -20,
                        tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}")),
                filters.ensure(
                        "overdue",
                        "engine.filter.overdue",
                        -10,
                        tasks.createTaskQuery().dueBeforeExpression("${now()}")));
        Arrays.stream(Role.values()).filter(role -> role != Role.ADMIN).forEach(role -> allow(role.code(), shown));
    }

    private void allow(String group, List<Filter> shown) {
        filters.grantGroup(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        filters.grantGroup(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        filters.grantGroup(group, Resources.USER, Authorization.ANY, Permissions.READ);
        shown.forEach(filter -> filters.grantGroup(group, Resources.FILTER, filter.getId(), Permissions.READ));
    }
}
